import Glibc
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@testable import ShellHandler

@Suite struct ShellHandlerTests {
    private let handler = ShellHandler(variables: [
        "PATH": "/usr/bin:/bin", "HOME": "/root", "LEADER_PASSWORD": "hunter2hunter2",
    ])

    private func perform(
        _ text: String, language: String = "sh", values: [String: JSON] = [:], on target: Target = .host(),
        timeout: Duration = .seconds(60)
    ) async throws -> Outcome {
        let action = try action(text, language: language, values: values, on: target)
        return await handler.perform(action, on: target, timeout: timeout)
    }

    private func action(
        _ text: String, language: String = "sh", values: [String: JSON] = [:], on target: Target = .host()
    ) throws -> Action {
        let preparation = handler.prepare(StepDraft(text, language: language))
        #expect(preparation.diagnostics == [])
        let template = try #require(preparation.actions.first)
        let fields = try template.fields.map { field in
            Action.Field(field.name, try field.template.filled { values["\($0)"] })
        }
        return Action(
            step: "s", target: target.name, index: 0, effect: template.effect, title: "", fields: fields,
            token: "t\(text.hashValue)")
    }

    private func response(
        _ text: String, language: String = "sh", values: [String: JSON] = [:]
    ) async throws -> Response {
        guard case .answered(let response) = try await perform(text, language: language, values: values) else {
            throw NoAnswer()
        }
        return response
    }

    private struct NoAnswer: Error {}

    @Test(arguments: [
        "plain", "two words", "'", "\"", "$(id)", "`id`", "a\nb", "; exit 3", "\\", "*", "-n", "ä€🦆", "${HOME}", "",
    ])
    func valuesAreNeverPasted(_ value: String) async throws {
        let response = try await response(
            "printf '%s' \"${name}|${operator.name}\"", values: ["name": .string(value), "operator.name": "x"])
        #expect(response.text == value + "|x")
        #expect(response.status == 0)
    }

    @Test func whatIsNoValueIsTheShells() async throws {
        let response = try await response("i=1; echo \"$i$${i}${HOME}${x:-2}\"")
        #expect(response.body == "11/root2")
    }

    @Test func commandsGetNoSecretsOfTheOperator() async throws {
        #expect(try await response("env").text.contains("hunter2") == false)
    }

    @Test(arguments: [
        ("sh", "false\necho on", 1, ""), ("bash", "false | true\necho on", 1, ""), ("sh", "exit 7", 7, ""),
        ("sh", "echo '{\"a\":1}'", 0, #"{"a":1}"#), ("sh", "kill -9 $$", 137, ""),
    ])
    func aLineThatFailsEndsIt(_ language: String, _ text: String, _ status: Int, _ said: String) async throws {
        let response = try await response(text, language: language)
        #expect(response.status == status)
        #expect(response.verdict == (status == 0 ? .success : status == 137 ? .broken : .rejected))
        #expect(response.applied == (status == 0 ? .yes : .partly))
        #expect(response.text == said)
    }

    @Test(arguments: [
        ("sh", "nosuchcommand", true), ("bash", "nosuchcommand", true), ("sh", "/etc/passwd", true),
        ("bash", "/etc/passwd", true), ("sh", "if then", true), ("bash", "if then", true), ("sh", "echo 'a", true),
        ("bash", "echo 'a", true),
        ("sh", "command -v nosuchcommand", false), ("bash", "command -v nosuchcommand", false),
        ("sh", "exit 127", false), ("sh", "exit 2", false), ("sh", "exit 1", false),
        ("sh", "echo 'syntax error' >&2; exit 2", false), ("bash", "grep x /nosuchfile", false),
        ("sh", "test -f /nosuchfile", false), ("sh", "kill -9 $$", false),
    ])
    func noWaitingRepairsTheCommandsThemselves(_ language: String, _ text: String, _ isLasting: Bool) async throws {
        let response = try await response(text, language: language)
        #expect(response.isLasting == isLasting, "\(response.text)")
    }

    @Test func whatItComplainsOfIsAHeader() async throws {
        let response = try await response("echo out; echo no >&2")
        #expect(response.body == "out")
        #expect(response.headers["stderr"] == "no\n")
    }

    @Test func aFloodIsAComplaint() async throws {
        let response = try await response("head -c 3000000 /dev/zero | tr '\\0' x")
        #expect(response.complaints.map(\.field) == ["output"])
        #expect(response.text.utf8.count == 1 << 20)
    }

    @Test func theWholeGroupEndsAtTheDeadline() async throws {
        let outcome = try await perform("sleep 1000 & echo $!; sleep 1000", timeout: .milliseconds(300))
        guard case .unknown(let reason, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("did not end within"))
    }

    @Test(arguments: [Target.host(allow: nil), .host(allow: []), .host(allow: "shell"), .host(isLocal: nil)])
    func nothingIsRunWhereItIsNotAllowed(_ target: Target) async throws {
        let outcome = try await perform("touch /tmp/runbook-must-not-be-there", on: target)
        guard case .refused(let refusal) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(refusal.isPermanent)
        let template = try #require(handler.prepare(StepDraft("true")).actions.first)
        #expect(handler.review(template, on: target).map(\.code) == ["shell/not-allowed"])
        #expect(handler.review(template, on: .host()) == [])
    }

    @Test(arguments: [
        ("echo ${path}", "shell/variable"), ("echo ${http_proxy}", "shell/variable"),
        ("echo ${ld_preload}", "shell/variable"), ("echo ${name.a} ${name[0]} ${name_a}", "shell/variable"),
        ("echo \0", "shell/zero-byte"),
    ])
    func whatCannotBeAVariableIsSaid(_ text: String, _ code: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.map(\.code) == [code])
    }

    /// `$name` and `${NAME}` are the value as in curl commands; quotes and comments are the shell's.
    @Test(arguments: [
        ("printf %s \"$name\"", "v"), ("printf %s $NAME", "v"), ("printf %s \"${NAME}\"", "v"),
        ("printf %s \"a$name/b\"", "av/b"),
        ("printf %s \"$(printf %s \"$name\")\"", "v"), ("printf %s `printf %s $name`", "v"), ("cat <<E\n$name\nE", "v"),
        ("cat <<'E'\n$name\nE", "$name"), ("printf %s '$name'", "$name"), ("printf %s \\$name", "$name"),
        ("printf %s \"\\$name\"", "$name"), ("# $nobody\nprintf x", "x"), ("name=own; printf %s $name", "own"),
        ("for name in a b; do printf %s $name; done", "ab"),
        ("echo q | while read -r name; do printf %s $name; done", "q"),
        ("printf %s \"${name:-d}\"", "v"), ("printf %s \"${name#x}\"", "v"), ("sh -c 'printf %s \"${name}\"'", "v"),
        ("export name=x; printf %s $name", "x"), ("printf %s ${#name}", "1"),
        ("f() { printf %s \"$1\"; }; f $name", "v"),
        ("case $name in v) printf y;; *) printf n;; esac", "y"),
    ])
    func namesOfValuesAreTheValues(_ text: String, _ said: String) async throws {
        for language in ["sh", "bash"] {
            let response = try await response(text, language: language, values: ["name": "v"])
            #expect(response.text == said, "\(language): \(text)")
        }
    }

    @Test(arguments: [
        "echo \"$nobody\"", "rm -rf \"x/$NOBODY\"", "echo ${nobody%x}", "echo $(echo $NOBODY)", "echo `echo $NOBODY`",
        "cat <<E\n$NOBODY\nE", "echo ${x:-$NOBODY}", "echo \"${NOBODY}\"", "FOO=1 true; echo $BAR",
        "echo $((NOBODY + 1))",
        "if true; then\n  cd \"$NOBODY\"\nfi", "a=1 &&\\\n  echo $NOBODY",
        // What not every operator has, what this shell does not set, and arguments.
        "echo $LANG", "ls $TMPDIR", "echo $TZ", "echo $SHELL", "echo ${HOSTNAME}", "echo $RANDOM", "echo $1",
        "echo \"${1}\"",
        "awk \"{ print $2 }\"", "sh -c \"echo $1\"", "echo ${10}",
    ])
    func aVariableOfNobodyIsRefused(_ text: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.map(\.code) == ["shell/unknown-variable"], "\(text)")
    }

    /// What cannot be seen before ends the block when it is run, and never becomes an empty text.
    @Test(arguments: [
        "test -n \"\" && x=1\nprintf %s \"a$x\"", "eval 'y=1; printf %s \"a$x\"; x=1'",
        ". /dev/null\nprintf %s \"a$x\"",
        "unset y; test -e /nowhere && y=1; printf %s \"a$y\"",
    ])
    func anUnsetVariableEndsTheBlock(_ text: String) async throws {
        for language in ["sh", "bash"] {
            let response = try await response(text, language: language)
            #expect(response.verdict == .rejected, "\(text)")
            #expect(response.body != "a", "\(text)")
        }
    }

    @Test(arguments: [
        "echo $HOME $PATH $USER $LOGNAME $TERM $0 $? $$ $! $# $@ $* $-", "f() { echo $1; }; f x",
        "set -- a; echo $1 ${2:-}",
        "function f { echo $1; }; f x", "echo ${1:-x} ${1-}", "awk '{ print $1 }'", "echo \\$1", "eval 'echo $1'",
        "echo ${NOBODY:-x}", "echo ${NOBODY-}", "echo ${NOBODY:+x}",
        "echo $PWD $RANDOM",
        "read -r a b; echo $a$b", "local x; echo $x", "getopts ab opt; echo $opt", "printf -v x %s y; echo $x",
        "mapfile -t lines; echo $lines", "((n = 3)); echo $n", ": ${x:=1}; echo $x", "source env.sh; echo $ANY",
        "a[1]=x; echo ${a[1]}", "declare -A m; echo ${m[k]}", "select c in a b; do echo $c; done",
        "echo '$NOBODY' \\$NOBODY",
        "echo $'$NOBODY'", "x+=1; echo $x", "echo \"$(x=1; echo $x)\"", "awk '{print $NOBODY}'",
        "cat <<\\E\n$NOBODY\nE",
        "echo a#$PWD", "coproc cat; echo $PPID", "while IFS= read -r line; do echo \"$line\"; done < x",
        "for f in *; do echo \"$f\"; done", "echo 5 | {\n read -r n\n echo $n\n}", "echo ${!name} 2>&1 | cat",
        "find . -name '*.x' -exec sh -c 'echo $0' {} \\;", "echo $((1 + 2))", "echo \"${name:0:1}\"",
        "[ -n \"${CI:-}\" ] && echo y",
    ])
    func whatSetsANameIsSeen(_ text: String) {
        #expect(handler.prepare(StepDraft(text, language: "bash")).diagnostics == [], "\(text)")
    }

    @Test(arguments: [
        ("echo '${name}'", "shell/quoted-value"), ("cat <<'E'\n${name}\nE", "shell/quoted-value"),
        ("export A=1", "shell/lost-setting"), ("cd /tmp\nFOO=x", "shell/lost-setting"),
        ("echo $OPERATOR", "shell/variable"),
    ])
    func whatSurprisesIsSaid(_ text: String, _ code: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.map(\.code) == [code], "\(text)")
    }

    /// Each variable that a check takes for set, in the shell that it is set in, for an operator who has none.
    @Test(arguments: [
        ("sh", ShellVariables.given + ShellVariables.set + ShellVariables.ofSh.sorted()),
        ("bash", ShellVariables.given + ShellVariables.set + ShellVariables.ofBash.sorted()),
    ])
    func whatCountsAsSetIsSet(_ language: String, _ names: [String]) async throws {
        for bare in [ShellHandler(variables: [:]), handler] {
            for name in names {
                let action = try action("printf '%s' \"${\(name)}\" >/dev/null", language: language)
                guard case .answered(let response) = await bare.perform(action, on: .host(), timeout: .seconds(60))
                else {
                    throw NoAnswer()
                }
                #expect(response.status == 0, "\(language): \(name): \(response.text)")
            }
        }
    }

    /// And nothing else of the operator's is given.
    @Test func nothingElseIsGiven() async throws {
        let text = try await response("env").text
        let names = text.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
        let known = ShellVariables.given + ShellVariables.passed + ShellVariables.set + ["PWD", "OLDPWD", "_", "SHLVL"]
        #expect(names.filter { !known.contains($0) } == [])
        #expect(names.contains("LEADER_PASSWORD") == false)
    }

    /// A value reaches every program of the block, whatever it reads it by; the text stays as it is written.
    @Test(arguments: [
        "sh -c 'printf %s \"$name\"'", "bash -c 'printf %s $NAME'", "sh -c \"printf %s \\$name\"",
        "sh -c 'printf %s ${NAME}'", "sh -c 'printf %s \"${name:-none}\"'", "eval printf %s \"\\$name\"",
        "eval 'printf %s \"$name\"'", "trap 'printf %s \"$name\"' EXIT",
        "echo x | xargs -I{} sh -c 'printf %s \"$name\"'",
        "sh <<'E'\nprintf %s \"$name\"\nE", "sh <<\\E\nprintf %s ${NAME}\nE", "sh <<E\nprintf %s \\$name\nE",
        "cat <<'E' | sh\nprintf %s \"$Name\"\nE", "printf %s \"`printf %s \\$name`\"", "export name; printenv name",
        "env sh -c 'printf %s $name'", "f() { sh -c 'printf %s $name'; }; f", "printenv NAME",
        "export NAME; sh -c 'printenv NAME'",
        "awk 'BEGIN { printf ENVIRON[\"name\"] }'",
        "find / -maxdepth 0 -exec sh -c 'printf %s \"$name\"' {} \\;", "sh -c 'sh -c \"printf %s \\$name\"'",
        "perl -e 'print $ENV{name}'", "(sh -c 'printf %s $name')", "x=$(sh -c 'printf %s $name'); printf %s \"$x\"",
        ": ${name:=other}; printf %s $name", "printf %s \"${NAME=other}\"",
    ])
    func aValueReachesEveryProgram(_ text: String) async throws {
        for language in ["sh", "bash"] {
            let response = try await response(text, language: language, values: ["name": "va lue"])
            #expect(response.text == "va lue" || response.text == "value", "\(language): \(text): \(response.text)")
            #expect(response.status == 0, "\(language): \(text)")
        }
    }

    /// What the block sets itself is its own, also where it lets another shell set it.
    @Test(arguments: [
        ("sh -c 'name=own; printf %s $name'", "own"), ("name=own; sh -c 'printf %s \"${name-}\"'", "own"),
        ("sh -c 'for name in own; do printf %s $name; done'", "own"), ("printf %s '$name'", "$name"),
        ("printf %s \\$name", "$name"), ("sh -c 'printf %s \"$1\"' sh own", "own"), ("echo '$${name}'", "${name}"),
    ])
    func whatTheBlockSetsIsItsOwn(_ text: String, _ said: String) async throws {
        #expect(try await response(text, values: ["name": "v"]).text == said, "\(text)")
    }

    /// What is shown is what runs: a value only in place of the whole expansion, else behind the line.
    @Test(arguments: [
        ("rm \"$name\" ${name}", "rm \"${name}\" ${name}"), ("rm ${name:-none}", "rm ${name:-none} # name=${name}"),
        ("rm ${NAME-none}", "rm ${NAME-none} # NAME=${name}"), ("echo ${#name}", "echo ${#name} # name=${name}"),
        ("echo ${name%.gz} $name", "echo ${name%.gz} ${name} # name=${name}"),
        ("echo $((name + 1))", "echo $((${name} + 1))"),
        ("sh -c 'rm $name'", "sh -c 'rm $name' # name=${name}"), ("rm ${NAME}", "rm ${name}"),
        ("sh -c 'rm $name $NAME'", "sh -c 'rm $name $NAME' # name=${name}, NAME=${name}"),
    ])
    func whatIsShownIsWhatRuns(_ text: String, _ title: String) throws {
        let action = try #require(handler.prepare(StepDraft(text)).actions.first)
        #expect(action.title.source == title)
    }

    /// Scripts that mention much.
    @Test func aLongScriptCostsNoMoreThanItsLength() {
        for part in [
            "$name ", "'$name' ", "\\$name ", "ssh a '$name'\n", "(", "`", "env ", "env name ", "$1 ", "${name:-",
            "sh -c \"\\$nobody\"\n", "f() { ", "'' ", "$x '$name' ", "> x ",
            "sh -c '$nobody'\n", "psql '$name'\n",
        ] {
            let text = String(repeating: part, count: 2_000)
            let took = ContinuousClock().measure { _ = handler.prepare(StepDraft(text)) }
            #expect(took < .seconds(60), "\(part)")
        }
        let text = "ssh a <<'E'\n" + String(repeating: "$name ", count: 2_000) + "\nE"
        #expect(ContinuousClock().measure { _ = handler.prepare(StepDraft(text)) } < .seconds(60))
    }

    @Test func aValueNamedAsAVariableOfTheShellIsAsked() {
        let draft = StepDraft("echo $USER", names: ["operator", "user"])
        #expect(handler.prepare(draft).diagnostics.map(\.code) == ["shell/variable"])
        #expect(handler.prepare(StepDraft("echo $USER")).diagnostics == [])
    }

    @Test func theTitleHasTheValue() throws {
        let action = try #require(handler.prepare(StepDraft("\n# c\n rm -r \"x/$name\" ${HOME} ${name}")).actions.first)
        #expect(action.title.source == "rm -r \"x/${name}\" ${HOME} ${name}")
        #expect(action.fields.filter { $0.name.hasPrefix("variable.") }.map(\.name) == ["variable.name"])
        #expect(
            action.fields.first { $0.name == "body" }?.template.literal == "\n# c\n rm -r \"x/$name\" ${HOME} ${name}")
    }

    /// What is left in the background is ended with its group or, where it has left that, named.
    @Test func whatIsLeftInTheBackgroundIsTold() async throws {
        // The second one is waited for: it leaves the group only once it has begun.
        let script = """
            file=$(mktemp)
            sleep 61 &
            setsid sh -c 'echo begun > "$1"; exec sleep 62' sh "$file" >/dev/null 2>&1 &
            until [ -s "$file" ]; do :; done
            rm "$file"
            echo started
            """
        let action = try action(script)
        let outcome = await handler.perform(action, on: .host(), timeout: .seconds(60))
        guard case .answered(let response) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(response.text == "started")
        #expect(response.complaints.allSatisfy { $0.isWarning && $0.field.isEmpty })
        let said = response.complaints.map(\.message)
        #expect(said.count == 2)
        #expect(said.contains { $0.contains("sleep 61") && $0.contains("was stopped") })
        let left = try #require(said.first { $0.contains("sleep 62") && $0.contains("still runs") })
        let pid = try #require(Int32(left.split(separator: "process ")[1].prefix { $0.isNumber }))
        kill(pid, SIGKILL)
    }

    /// A process that is just being stopped is not told a second time as one that still runs.
    @Test func oneProcessIsToldOnce() async throws {
        let script = "i=0; while [ $i -lt 5 ]; do ( ( sleep 63 ) & ); i=$((i + 1)); done"
        let outcome = await handler.perform(try action(script), on: .host(), timeout: .seconds(60))
        guard case .answered(let response) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let said = response.complaints.map(\.message)
        #expect(!said.isEmpty)
        #expect(said.allSatisfy { !$0.contains("still runs") }, "\(said)")
    }

    /// A block that is stopped says it too: nobody knows then what it has done.
    @Test func aBlockThatIsStoppedTellsOfWhatItLeft() async throws {
        let script = """
            file=$(mktemp)
            setsid sh -c 'echo begun > "$1"; exec sleep 64' sh "$file" >/dev/null 2>&1 &
            until [ -s "$file" ]; do :; done
            rm "$file"
            exec sleep 65
            """
        let outcome = await handler.perform(try action(script), on: .host(), timeout: .seconds(2))
        guard case .unknown(let reason, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("`sleep 64`") && reason.contains("still runs"), "\(reason)")
        let pid = try #require(Int32(reason.split(separator: "process ")[1].prefix { $0.isNumber }))
        kill(pid, SIGKILL)
    }

    @Test func effectsAndStatusesAreTheAuthors() {
        let run = handler.prepare(StepDraft("true", status: "0,3"))
        #expect(run.mayLowerEffect)
        #expect(run.actions.map(\.effect) == [.write])
        #expect(run.statuses == ["0", "3"])
        #expect(handler.prepare(StepDraft("true", isVerify: true)).actions.map(\.effect) == [.read])
        #expect(handler.prepare(StepDraft("true", status: "256")).diagnostics.map(\.code) == ["status/malformed"])
    }
}
