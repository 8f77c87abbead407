import RunbookModel
import RunbookPlugin
import Testing

@testable import ShellHandler

/// Texts of a block that another program gets as they are.
@Suite struct ShellInsideTests {
    private let handler = ShellHandler(variables: [:])

    /// Another shell takes it for empty, because it has no `-u`.
    @Test(arguments: [
        "sh -c 'rm -rf \"wf/backup/1️⃣$nmae2️⃣\"'", "bash -c 'rm -rf /x/1️⃣${NAMEE}2️⃣'", "bash -lc 'rm 1️⃣$nobody2️⃣'",
        "sh -c \"rm -rf /x/\\1️⃣$nobody2️⃣\"", "bash <<'E'\nrm -rf /x/1️⃣$nobody2️⃣\nE", "sh <<E\nrm /x/\\1️⃣$nobody2️⃣\nE",
        "cat <<'E' | sh\nrm -rf /x/1️⃣$nobody2️⃣\nE", "echo 'rm /x/1️⃣$nobody2️⃣' | bash -s", "bash <<< 'rm /x/1️⃣$nobody2️⃣'",
        "echo a | xargs sh -c 'rm /x/1️⃣$nobody2️⃣/$1' sh", "trap 'rm -rf /x/1️⃣$nobody2️⃣' EXIT", "eval 'rm /x/1️⃣$nobody2️⃣'",
        "find . -exec sh -c 'rm 1️⃣$nobody2️⃣' {} \\;", "sh -c 'a=1; b=$a; rm \"$b/1️⃣$nobody2️⃣\"'",
        "timeout 5 sh -c 'rm /x/1️⃣$nobody2️⃣'", "sh -c 'sh -c \"rm 1️⃣$nobody2️⃣\"'", "watch 'ls /x/1️⃣$nobody2️⃣'",
        "at now <<'E'\nrm -rf /x/1️⃣$nobody2️⃣\nE", "x=$(sh -c 'ls /x/1️⃣$nobody2️⃣'); echo $x",
    ])
    func aVariableOfNobodyIsRefusedInATextForAnotherShell(marked: String) throws {
        let text = marked.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
        let found = handler.prepare(StepDraft(text, language: "bash")).diagnostics
        #expect(found.map(\.code) == ["shell/unknown-variable"], "\(text)")
        #expect(found.first?.severity == .error)
        let parts = marked.replacing("2️⃣", with: "1️⃣").split(separator: "1️⃣", omittingEmptySubsequences: false)
        try #require(parts.count == 3)
        #expect(found.first?.span?.start.offset == parts[0].utf8.count, "\(text)")
        #expect(found.first?.span?.end.offset == parts[0].utf8.count + parts[1].utf8.count, "\(text)")
    }

    /// What documents show beside commands is told before a shell has executed the lines above it.
    @Test(arguments: [
        ("echo a\n$ echo hi", "remove it"), ("me@web:~$ echo hi", "remove it"),
        ("POST /tasks/x\n", "write `console`"), ("echo a\nGET _cat/health", "write `console`"),
        ("uname\n{\"a\": 1}", "`json expect`"), ("cat <<A\nGET /a\nA\nGET /b", "write `console`"),
        ("echo $(\n  GET /a\n)", "write `console`"),
    ])
    func whatIsNoCommandIsTold(text: String, advice: String) {
        let found = handler.prepare(StepDraft(text)).diagnostics
        #expect(found.map(\.code) == ["shell/not-a-command"], "\(text)")
        #expect(found.first?.help.first?.contains(advice) == true, "\(found)")
    }

    @Test(arguments: [
        "cat > a <<'E'\n$ echo hi\nPOST /a\n{\"a\": 1}\nE", "curl -d '\n{\"a\": 1}\n' es", "curl \\\n  GET /a",
        "echo '\n$ a\n'", "GET http://es/a", "{ echo a; }", "echo \"\n$ a\nGET /a\n\"",
        "cat > a <<E\n$ echo hi\nPOST /a\nE\nuname", "cat <<A <<'B'\nGET /a\nA\nGET /b\nB",
    ])
    func otherTextIsNot(text: String) {
        #expect(!handler.prepare(StepDraft(text)).diagnostics.contains { $0.code == "shell/not-a-command" }, "\(text)")
    }

    /// A slip in a name of ours is told of also where the other side may have variables of its own.
    @Test(arguments: ["ssh web 'rm -rf /x/$nmae'", "docker exec a sh -c 'rm $namee'", "sudo bash <<'E'\nrm /x/$nme\nE"])
    func aSlipInATextForElsewhereIsToldOf(text: String) {
        let found = handler.prepare(StepDraft(text)).diagnostics
        #expect(found.map(\.code) == ["shell/unknown-variable"], "\(text)")
        #expect(found.first?.severity == .warning)
    }

    /// Nobody can see who reads a quoted text, so a slip in a name of ours is told of wherever it is.
    @Test(arguments: [
        "s='rm -rf /x/$nmae'; sh -c \"$s\"", "sh -c $'rm -rf /x/$nmae'",
        "cat > q.sh <<'E'\nrm -rf /x/$nmae\nE\nsh q.sh",
        "{ echo 'rm /x/$nmae'; } | sh", "c='sh -c'; $c 'rm /x/$nmae'", "git -c alias.q='!rm $nmae' q",
        "python3 -c 'import os; os.system(\"rm /x/$nmae\")'", "sed -n '1e rm /x/$nmae' f",
    ])
    func aSlipInAnyQuotedTextIsToldOf(text: String) {
        let found = handler.prepare(StepDraft(text, language: "bash")).diagnostics
        #expect(found.map(\.code) == ["shell/unknown-variable"], "\(text)")
        #expect(found.first?.severity == .warning)
    }

    @Test(arguments: [
        "s='nmae=1; echo $nmae'; sh -c \"$s\"", "perl -e '$nmae = 1; print $nmae'", "s='echo ${nmae:-}'; sh -c \"$s\"",
        "awk '{ print $nm }' f", "grep '$nothing' f", "nmae=1; s='echo $nmae'; sh -c \"$s\"",
    ])
    func whatAQuotedTextSetsIsNoSlip(text: String) {
        #expect(handler.prepare(StepDraft(text, language: "bash")).diagnostics == [], "\(text)")
    }

    @Test(arguments: [
        "x=1; sh -c 'echo $x'", "x=1 sh -c 'echo $x'", "env x=1 sh -c 'echo $x'", "sh -c 'x=1; echo $x'",
        "sh -c 'for x in a; do echo $x; done'", "sh -c 'echo $1 $0 $HOME $#' a b", "sh -c 'echo ${x:-} ${x:?}'",
        "sh -c 'read -r x; echo $x'", ". ./env.sh; sh -c 'echo $x'", "sh -c '. ./env.sh; echo $x'",
        "sh -c 'eval \"$(cat f)\"; echo $x'", "awk '{ print $x }' f | sh", "sh script.sh '$x'", "ssh web 'echo $x'",
        "tmp=$(mktemp); trap 'rm -f \"$tmp\"' EXIT", "sh <<E\nx=1; echo \\$x\nE", "sh -c \"x=1; echo \\$x\"",
        "python3 -c 'print(\"$x\")'", "bash <<'E'\nwhile read -r a b; do echo $a $b; done\nE",
        "perl -e '$x = 1; print $x'", "sed 's/$x//' f", "grep '$x' f", "bash -c 'echo $RANDOM $SECONDS'",
    ])
    func whatATextForAnotherShellSetsIsSeen(text: String) {
        #expect(handler.prepare(StepDraft(text, language: "bash")).diagnostics == [], "\(text)")
    }

    /// On another machine, in a container or for another user, there is no environment of ours.
    @Test(arguments: [
        "ssh web 'rm -rf /b/$name'", "ssh web rm -rf \\$name", "ssh web <<'E'\nrm -rf /b/$NAME\nE",
        "cat <<'E' | ssh web sh\nrm -rf /b/${NAME}\nE", "sudo sh -c 'rm -rf /b/$name'", "su -c 'rm -rf /b/${name}' app",
        "docker exec app sh -c 'rm -rf /b/$name'", "kubectl exec app -- sh -c 'rm -rf /b/$name'",
        "timeout 5 ssh web 'echo $name'", "env -i sh -c 'rm -rf /b/$name'", "ssh web <<E\nrm -rf \\$name\nE",
        "if true; then ssh web 'rm $name'; fi", "/usr/bin/ssh web 'rm $name'", "x=$(ssh web 'echo $name'); echo $x",
        "echo 'rm -rf $name' | ssh web sh", "sudo -u app env sh -c 'rm $name'",
        // The program is quoted, or made by the script.
        "\"ssh\" web 'rm -rf /b/$name'", "'ssh' web 'rm $name'", "\\ssh web 'rm $name'", "ss\"h\" web 'rm $name'",
        "S=\"ssh web\"; $S 'rm -rf /b/$name'", "\"$S\" 'ssh $name'; S=ssh",
        "r() { ssh web \"$@\"; }; r 'rm -rf /b/$name'",
        "r() { ssh web \"$@\"; }\nr 'rm -rf /b/$name'", "function r { env -i \"$@\"; }; r sh -c 'rm $name'",
        "alias s=ssh; s web 'rm $name'", "E='env -i'; $E sh -c 'rm $name'", "exec -c sh -c 'rm $name'",
        "env -S '-i sh -c \"rm $name\"'", "find . -exec ssh web 'rm $name' \\;",
        // Programs of other kinds that start others elsewhere, or later.
        "docker-compose exec c sh -c 'rm $name'", "pkexec sh -c 'rm $name'", "clush -w a 'rm $name'",
        "rsh web 'rm $name'",
        "tmux send-keys 'rm $name' Enter", "screen -X stuff 'rm $name'", "systemd-nspawn -D /c sh -c 'rm $name'",
        "gcloud compute ssh vm --command 'rm $name'", "az ssh vm -- 'rm $name'",
        "aws ssm send-command --parameters 'commands=[\"rm $name\"]'", "cat > /etc/cron.d/x <<'E'\nrm $name\nE",
        "tee /usr/local/bin/x <<'E'\nrm $name\nE", "cat <<'E' | sudo tee /etc/cron.d/x\nrm $name\nE",
    ])
    func whereNoVariableIsPassedOnIsAnError(_ text: String) {
        let found = handler.prepare(StepDraft(text)).diagnostics
        #expect(found.map(\.code) == ["shell/value-not-passed"], "\(text)")
        #expect(found.first?.severity == .error)
    }

    @Test(arguments: [
        "ssh web \"rm -rf /b/$name\"", "ssh web <<E\nrm -rf /b/$name\nE", "ssh web 'rm -rf /b/'\"$name\"",
        "ssh web 'echo $x'",
        "ssh web 'for name in a b; do echo $name; done'", "sudo -E sh -c 'echo $name'", "echo ssh '$name'",
        "docker exec -e name app sh -c 'echo $name'", "ssh web true; sh -c 'echo $name'", "ssh web 'echo $${name}'",
        "f() { sh -c \"$1\"; }; f 'echo $name'", "cat > x.sh <<'E'\necho $name\nE\nsh x.sh", "time sh -c 'echo $name'",
        "case x in a) grep '$name' f;; b) sh -c 'echo $name';; esac", "for x in a; do sh -c 'echo $name'; done",
        "< f sh -c 'echo $name'", "sh -c 'echo $name' > /etc/x", "docker ps | awk '{ print $1 }'",
        "jq '.a as $operator | $operator' x", "jq --arg operator x '$operator' y",
    ])
    func whatIsPassedOnIsNoError(_ text: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics == [], "\(text)")
    }

    /// Of a program that nobody knows it is not said that it passes variables on.
    @Test(arguments: [
        "psql -c 'delete from $name'", "./deploy.sh 'rm $name'", "mystery sh -c 'rm $name'",
        "curl -d '{\"a\": \"$name\"}' x",
        "$CMD 'rm $name'; CMD=x",
    ])
    func aProgramThatNobodyKnowsIsAWarning(text: String) {
        let found = handler.prepare(StepDraft(text)).diagnostics
        #expect(found.map(\.code) == ["shell/value-not-passed"], "\(text)")
        #expect(found.first?.severity == .warning)
    }

    /// `make` has forms of its own.
    @Test(arguments: [
        "@printf %s \"$(name)\"", "@printf %s \"$$name\"", "@printf %s \"${name}\"", "@printf %s '$(NAME)'",
    ])
    func makeGetsTheValues(line: String) {
        let script = "make -s -f - <<'E'\nall:\n\t\(line)\nE"
        let names = handler.prepare(StepDraft(script)).actions.first?.fields.map(\.name) ?? []
        #expect(names.contains { $0.lowercased() == "variable.name" }, "\(line)")
    }

    /// A list that the script makes does not belong to the values of the runbook.
    @Test(arguments: ["mapfile -t a; echo \"${a[0]}\"", "read -ra arr; echo ${arr[1]}", "a=(x y); echo ${a[1]}"])
    func aListOfTheScriptIsItsOwn(text: String) {
        let preparation = handler.prepare(StepDraft(text, language: "bash"))
        #expect(preparation.diagnostics == [], "\(text)")
        #expect(preparation.actions.first?.fields.contains { $0.name.hasPrefix("variable.") } == false)
    }
}
