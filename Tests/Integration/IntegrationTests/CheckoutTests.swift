import Glibc
import OrderedJSON
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// What lies in a checkout is read where it is a file of it, and nothing of it is started.
    struct CheckoutTests {
        private static let book = Documents.document(
            Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}"))

        private static let bait = "touch \"$BAIT/ran\""

        /// A repository with `books/test.md`, whose configuration, hooks, attributes and folders name programs.
        static func repository(in folder: TestFolder, _ more: String = "") async throws {
            try folder.write(book, to: "repo/books/test.md")
            try folder.write("* filter=bait diff=bait\n", to: "repo/.gitattributes")
            let script = """
                set -e; cd repo; git init -q; git add -A
                git -c user.name=a -c user.email=a@b commit -qm x
                bait='touch \(folder.path)/ran;'
                git config core.fsmonitor "$bait #"
                git config core.pager "$bait cat"
                git config core.sshCommand "$bait"
                git config core.editor "$bait"
                git config core.alternateRefsCommand "$bait"
                git config filter.bait.clean "$bait cat"
                git config filter.bait.process "$bait"
                git config filter.bait.required true
                git config diff.bait.textconv "$bait cat"
                git config diff.external "$bait"
                git config alias.ls-tree "!$bait"
                git config alias.rev-parse "!$bait"
                git config core.hooksPath .git/hooks
                for h in post-index-change reference-transaction post-checkout pre-auto-gc fsmonitor-watchman; do
                  printf '#!/bin/sh\\n%s\\n' "$bait" >.git/hooks/$h; chmod +x .git/hooks/$h; done
                git config extensions.worktreeConfig true
                git config --worktree core.fsmonitor "$bait #"
                g() {
                  git -c core.fsmonitor= -c core.hooksPath=/nowhere -c filter.bait.process= -c filter.bait.clean= \
                    -c filter.bait.required=false -c user.name=a -c user.email=a@b "$@"; }
                \(more)
                """
            let result = try await Process.run(
                ProcessCommand(
                    "/bin/bash", ["-c", script],
                    environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path],
                    directory: folder.path, deadline: .seconds(60)))
            #expect(result.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
            if access(folder.file("ran"), F_OK) == 0 { try folder.remove("ran") }
        }

        /// A bare repository among the files of another, as `git clone` brings it.
        private static let bareInside = """
            cd books; mkdir -p objects refs/heads; echo 'ref: refs/heads/main' >HEAD
            printf '[core]\\n\\trepositoryformatversion = 0\\n\\tbare = false\\n\\tworktree = .\\n\\tfsmonitor = "%s #"\\n' "$bait" >config
            """

        static let hostile: [String: String] = [
            "configuration": "", "bare repository": bareInside,
            "alternate": "mkfifo .git/objects/info/alternates",
            "FIFO for HEAD": "rm .git/HEAD; mkfifo .git/HEAD",
            "FIFO for a reference": "rm .git/refs/heads/*; mkfifo .git/refs/heads/master",
            "FIFO for the list": "rm -f .git/packed-refs .git/refs/heads/*; mkfifo .git/packed-refs",
            "FIFO for the index": "rm .git/index; mkfifo .git/index",
            "FIFO for a pack": "g gc -q; for p in .git/objects/pack/*.idx; do rm -f $p; mkfifo $p; done",
            "FIFO for .git": "mv .git ../git; mkfifo .git",
            ".git is a link to itself": "rm -rf .git; ln -s .git .git",
            "HEAD leads elsewhere": "rm .git/HEAD; ln -s /etc/shadow .git/HEAD",
            "HEAD names itself": "printf 'ref: refs/x\\n' >.git/HEAD; printf 'ref: refs/x\\n' >.git/refs/x",
            "commondir elsewhere": "printf '/dev\\n' >.git/commondir",
        ]

        @Test(arguments: hostile.keys.sorted())
        func startsNothing(_ kind: String) async throws {
            let folder = try TestFolder()
            try await Self.repository(in: folder, Self.hostile[kind] ?? "")
            for command in [["check"], ["plan"], ["exec", "--yes"], ["test"]] {
                let began = ContinuousClock.now
                let result = try await Tool.run(
                    command + ["repo/books/test.md"], in: folder, variables: ["BAIT": folder.path])
                #expect([0, 1].contains(result.status), "\(command): \(result.said)")
                #expect(access(folder.file("ran"), F_OK) != 0, "\(command) started a program of the repository")
                #expect(began.duration(to: .now) < .seconds(20))
            }
        }

        @Test(arguments: [".", "", "bin", "./bin:."])
        func aRelativeFolderOfPathIsNotLookedInto(path: String) async throws {
            let folder = try TestFolder()
            try await Self.repository(in: folder)
            for name in ["git", "bin/git"] {
                let file = try folder.write("#!/bin/sh\n\(Self.bait)\n", to: name)
                chmod(file, 0o755)
            }
            let result = try await Tool.run(
                ["exec", "repo/books/test.md", "--yes"], in: folder,
                variables: ["PATH": "\(path):/usr/bin:/bin", "BAIT": folder.path])
            #expect(result.status == 0, "\(result.said)")
            #expect(access(folder.file("ran"), F_OK) != 0)
        }

        /// What the journal says of the document's commit.
        private static func document(in folder: TestFolder) async throws -> JSON {
            let result = try await Tool.run(
                ["exec", "repo/books/test.md", "--yes", "--format", "json"], in: folder,
                variables: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
            return try #require(try JSON(parsing: result.output)["document"])
        }

        static let states: [(String, String, JSON)] = [
            ("as committed", "", false),
            ("changed", "echo >>books/test.md", true),
            ("staged", "echo >>books/test.md; g add -A", true),
            ("packed", "g gc -q; g pack-refs --all", false),
            ("detached", "g update-ref --no-deref HEAD HEAD", false),
            ("with the ends of lines of another system", "sed -i 's/$/\\r/' books/test.md", false),
            ("untracked", "g rm -q --cached books/test.md; g commit -qm y", true),
            ("beside an alternate", "echo /nowhere >.git/objects/info/alternates", .null),
        ]

        @Test(arguments: states)
        func theCommitIsKept(state: (String, change: String, modified: JSON)) async throws {
            let folder = try TestFolder()
            try await Self.repository(in: folder, state.change)
            let document = try await Self.document(in: folder)
            #expect(document["commit"]?.string?.utf8.count == 40, "\(document.text())")
            #expect(document["modified"] == state.modified, "\(document.text())")
        }

        @Test(arguments: [
            "rm .git/HEAD; mkfifo .git/HEAD", "rm .git/refs/heads/*; echo x >.git/packed-refs", "echo x >.git/HEAD",
        ])
        func aCommitThatIsNotKnownSaysNothingOfChanges(change: String) async throws {
            let folder = try TestFolder()
            try await Self.repository(in: folder, change)
            let document = try await Self.document(in: folder)
            #expect(document["commit"] == .null && document["modified"] == .null, "\(document.text())")
        }

        @Test func aWorktreeHasItsOwnCommit() async throws {
            let folder = try TestFolder()
            try await Self.repository(
                in: folder,
                "g worktree add -q ../other; mv ../other ../keep; cd ..; rm -rf repo.git; mv repo main; mv keep repo; "
                    + "sed -i 's,/repo/,/main/,' repo/.git; git --git-dir=main/.git -c core.hooksPath=/nowhere rev-parse HEAD >head"
            )
            let document = try await Self.document(in: folder)
            #expect(document["commit"]?.string == String(try folder.text("head").prefix(40)), "\(document.text())")
        }

        // MARK: Files

        private static let local = """
            environment: { version: 1 }
            targets:
              search: { kind: elasticsearch, url: "http://127.0.0.1:1" }
            """

        /// What a checkout may have put where a file is looked for by name.
        static let places: [String: String] = [
            "a link to elsewhere": "printf 'root:hidden:1\\n' >elsewhere; ln -s \"$PWD/elsewhere\" PLACE",
            "a link to a link":
                "printf 'root:hidden:1\\n' >elsewhere; ln -s \"$PWD/elsewhere\" a; ln -s \"$PWD/a\" PLACE",
            "the environment of the process": "ln -s /proc/self/environ PLACE",
            "a pipe": "mkfifo PLACE", "a device": "ln -s /dev/zero PLACE", "a terminal": "ln -s /dev/tty PLACE",
            "a folder": "mkdir PLACE", "a huge file": "truncate -s 1T PLACE",
        ]

        private static func put(_ kind: String, at place: String, in folder: TestFolder) async throws {
            let script = "mkdir -p \"$(dirname \(place))\"; " + (places[kind] ?? "").replacing("PLACE", with: place)
            let result = try await Process.run(
                ProcessCommand(
                    "/bin/sh", ["-ec", script], environment: ["PATH": "/usr/bin:/bin"], directory: folder.path))
            #expect(result.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
        }

        @Test(arguments: places.keys.sorted())
        func anEnvironmentFoundByNameIsAFile(kind: String) async throws {
            let folder = try TestFolder()
            try folder.write(Self.book, to: "repo/test.md")
            try folder.write("ref: refs/heads/x\n", to: "repo/.git/HEAD")
            try await Self.put(kind, at: "repo/environments/x.yaml", in: folder)
            for command in ["plan", "exec"] {
                let began = ContinuousClock.now
                let result = try await Tool.run(
                    [command, "repo/test.md", "--env", "x"], in: folder, variables: ["MARK": "hidden"])
                #expect(result.status == 2, "\(result.said)")
                #expect(result.said.contains("cannot read the environment file"), "\(result.said)")
                #expect(!result.said.contains("hidden"))
                #expect(began.duration(to: .now) < .seconds(20))
            }
        }

        @Test(arguments: places.keys.sorted())
        func aFileOfAnEnvironmentFoundByNameIsAFile(kind: String) async throws {
            let folder = try TestFolder()
            try folder.write(Self.book, to: "repo/test.md")
            try folder.write("ref: refs/heads/x\n", to: "repo/.git/HEAD")
            try await Self.put(kind, at: "repo/environments/f", in: folder)
            for (key, code) in [
                ("tls: { ca: f }", "cannot read the file"),
                ("user: a, password: { file: f }", "cannot read the file"),
            ] {
                let target = "search: { kind: elasticsearch, url: \"https://127.0.0.1:1\", \(key) }"
                try folder.write("environment: { version: 1 }\ntargets:\n  \(target)\n", to: "repo/environments/x.yaml")
                let result = try await Tool.run(["exec", "repo/test.md", "--env", "x"], in: folder)
                #expect(result.status == 2, "\(result.said)")
                #expect(result.said.contains(code), "\(result.said)")
            }
        }

        @Test(arguments: places.keys.sorted())
        func aFixtureIsAFile(kind: String) async throws {
            let folder = try TestFolder()
            try folder.write(
                Self.book.replacing("version: 1\n", with: "version: 1\nfixture: f.md\n"), to: "repo/test.md")
            try folder.write("ref: refs/heads/x\n", to: "repo/.git/HEAD")
            try await Self.put(kind, at: "repo/f.md", in: folder)
            for command in ["check", "exec", "test"] {
                let result = try await Tool.run([command, "repo/test.md"], in: folder)
                #expect([1, 2].contains(result.status), "\(result.said)")
                #expect(result.said.contains("cannot read `f.md`"), "\(result.said)")
            }
        }

        @Test(arguments: ["a pipe", "a device", "a terminal", "a folder", "a huge file"])
        func aDocumentIsAFile(kind: String) async throws {
            let folder = try TestFolder()
            try await Self.put(kind, at: "test.md", in: folder)
            for command in ["check", "plan", "exec"] {
                let began = ContinuousClock.now
                let result = try await Tool.run([command, "test.md"], in: folder)
                #expect(result.status == 2, "\(result.said)")
                #expect(result.said.contains("test.md"), "\(result.said)")
                #expect(began.duration(to: .now) < .seconds(30))
            }
        }

        @Test func aPipeOfAShellGivesParametersAndEnvironments() async throws {
            let folder = try TestFolder()
            let document = Documents.document(
                Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{ \"n\": ${n} }"),
                parameters: "  n: { type: integer }\n")
            try folder.write(document, to: "test.md")
            let script = """
                "$RB" plan test.md --params <(sleep 0.3; echo 'n: 4711') --env <(sleep 0.1; printf '%s' "$LOCAL")
                "$RB" exec test.md --yes --params <(sleep 0.1; echo 'n: 815') && echo executed
                printf '%s' "$LOCAL" | "$RB" plan test.md -p n=1234 --env /dev/stdin
                cat test.md | "$RB" check /dev/stdin && echo checked
                """
            let result = try await Process.run(
                ProcessCommand(
                    "/bin/bash", ["-c", script],
                    environment: Tool.environment(in: folder).merging(["RB": Tool.path, "LOCAL": Self.local]) { $1 },
                    directory: folder.path, deadline: .seconds(60)))
            let said = String(decoding: result.output + result.errors, as: UTF8.self)
            #expect(said.contains("4711") && said.contains("1234") && said.contains("checked"), "\(said)")
            #expect(said.contains("executed"), "\(said)")
        }

        /// A checkout that has a link where the operator writes a report or a plan.
        @Test func whatIsWrittenFollowsNoLinkToElsewhere() async throws {
            let folder = try TestFolder()
            try folder.write(Self.book, to: "repo/test.md")
            try folder.write("mine", to: "victim")
            try folder.link("../victim", at: "repo/report.md")
            try folder.link("../fresh", at: "repo/plan.json")
            try folder.link("real.json", at: "repo/inside.json")
            try folder.write("", to: "repo/real.json")
            for arguments in [
                ["exec", "repo/test.md", "--report", "repo/report.md"],
                ["plan", "repo/test.md", "-o", "repo/report.md"],
                ["plan", "repo/test.md", "-o", "repo/plan.json"],
            ] {
                let result = try await Tool.run(arguments, in: folder)
                #expect(result.status != 0 && result.said.contains("file/unwritable"), "\(arguments): \(result.said)")
                #expect(result.said.contains("link to another folder"), "\(result.said)")
            }
            #expect(try folder.text("victim") == "mine")
            #expect(throws: (any Error).self) { try folder.text("fresh") }
            #expect(try await Tool.run(["plan", "repo/test.md", "-o", "repo/inside.json"], in: folder).status == 0)
            #expect(try folder.text("repo/real.json").contains("\"steps\""))
        }

        /// Nobody reads it, so writing would wait for ever.
        @Test func aPipeThatNobodyReadsIsNotWaitedFor() async throws {
            let folder = try TestFolder()
            try folder.write(Self.book, to: "test.md")
            mkfifo(folder.file("report.md"), 0o600)
            for arguments in [["exec", "test.md", "--report", "report.md"], ["plan", "test.md", "-o", "report.md"]] {
                let result = try await Tool.run(arguments, in: folder)
                #expect(result.said.contains("file/unwritable"), "\(result.said)")
            }
        }

        @Test func anOperatorsOwnEnvironmentMayBeALink() async throws {
            let folder = try TestFolder()
            try folder.write(Self.book, to: "repo/test.md")
            try folder.write(Self.local, to: "dotfiles/x.yaml")
            try folder.write("", to: "config/runbook/environments/.keep")
            try folder.link(folder.file("dotfiles/x.yaml"), at: "config/runbook/environments/x.yaml")
            #expect(try await Tool.run(["plan", "repo/test.md", "--env", "x"], in: folder).status == 0)
            try folder.write("", to: "repo/environments/.keep")
            try folder.link(folder.file("dotfiles/x.yaml"), at: "repo/environments/y.yaml")
            #expect(try await Tool.run(["plan", "repo/test.md", "--env", "y"], in: folder).status == 2)
            #expect(
                try await Tool.run(["plan", "repo/test.md", "--env", "repo/environments/y.yaml"], in: folder).status
                    == 0)
        }
    }
}
