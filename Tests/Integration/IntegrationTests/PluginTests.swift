import Glibc
import OrderedJSON
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// External plugins through the real binary: what they do wrong is an outcome of their step.
    struct PluginTests {
        private func step(_ mode: String, _ info: String = "run id=ring again=yes") -> String {
            Documents.fence("echo \(info)", mode)
        }

        @Test func aPluginTakesPartInARun() async throws {
            let world = try PluginWorld(
                step("good") + Documents.fence("jq capture", "number = .number") + step("good", "verify id=again")
                    + Documents.fence("json expect", "{ \"number\": ${number} }"))
            let result = try await world.exec("--report", "report.md")
            #expect(result.status == 0, "\(result.said)")
            #expect(world.calls == ["good", "good"])
            #expect(try world.folder.text("report.md").contains("9007199254740993"))
        }

        @Test func unlessAndPollingWorkAsWithOthers() async throws {
            let world = try PluginWorld(
                step("good", "run id=ring unless") + step("later", "verify id=rung within=10s every=100ms"))
            try world.folder.write("", to: "calls.ready")
            let result = try await world.exec()
            #expect(result.status == 0, "\(result.said)")
            #expect(world.calls == ["later", "later"])
            #expect(result.output.contains("`rung` passes"))
        }

        @Test func checkKnowsItsKeysAndStartsNothing() async throws {
            let world = try PluginWorld(step("good", "run id=ring again=yes size=0 colour=red"))
            let result = try await world.run("check", "test.md")
            #expect(result.status == 2)
            #expect(result.output.contains("error[key/unfit]: `size` has an invalid value: it is less than 1"))
            #expect(result.output.contains("error[key/unknown]: unknown key `colour`"))
            #expect(world.calls.isEmpty)
        }

        @Test func theEnvironmentFileKnowsItsKind() async throws {
            let world = try PluginWorld(step("good"))
            let environment = try world.folder.text("here.yaml")
            for (old, new, code) in [
                ("host: 127.0.0.1, ", "", "environment/missing-key"), ("host:", "hots:", "environment/unknown-key"),
                ("{ env: BELL_PASSWORD }", "ding-dong-9", "environment/literal-secret"),
                ("127.0.0.1", "\"a b\"", "environment/url"),
            ] {
                try world.folder.write(environment.replacing(old, with: new), to: "here.yaml")
                let result = try await world.exec()
                #expect(result.status == 2, "\(result.said)")
                #expect(result.errors.contains(code), "\(result.said)")
                #expect(!result.errors.contains("ding-dong-9"))
            }
            #expect(world.calls.isEmpty)
        }

        @Test(arguments: ["dies", "hangs", "floods", "lies", "twice", "tells"])
        func aWriteThatGoesWrongIsInDoubt(_ mode: String) async throws {
            let world = try PluginWorld(
                step("good", "run id=first again=yes") + step(mode, "run id=ring again=yes timeout=1s"))
            let result = try await world.exec()
            #expect(result.status == 3, "\(result.said)")
            #expect(world.calls == ["good", mode])
            let run = try #require(result.run)
            let resumed = try await world.run("resume", run)
            #expect(resumed.status == 3, "\(resumed.said)")
            // A doubt is never sent again by itself.
            #expect(world.calls == ["good", mode])
            let report = try await Tool.run(["report", run], in: world.folder)
            // A person looks, and the run goes on.
            #expect(try await Tool.confirm(run, "ring", ["--applied"], in: world.folder).status == 0)
            let settled = try await world.run("resume", run)
            #expect(settled.status == 0, "\(settled.said)")
            #expect(world.calls == ["good", mode])
            #expect(report.status == 0)
            #expect(report.output.contains("in doubt"), "\(report.said)")
            for text in [result.output, result.errors, resumed.output, resumed.errors, report.output] {
                #expect(!text.contains("ding-dong-9"))
            }
        }

        @Test func aReadIsAskedForAgain() async throws {
            let world = try PluginWorld(step("dies", "verify id=ring within=3s every=100ms"))
            let result = try await world.exec()
            #expect(result.status == 1, "\(result.said)")
            #expect(world.calls.count > 1)
            #expect(result.output.contains("the plugin ended with signal 9"), "\(result.said)")
        }

        @Test func aPluginDoesNotOutliveAHostThatIsKilled() async throws {
            let world = try PluginWorld(step("holds", "run id=ring again=yes timeout=5m"))
            let tool = try await RunningTool(
                ["exec", "test.md", "--env", "./here.yaml", "--plugin-dir", "plugin"], in: world.folder,
                variables: ["BELL_PASSWORD": "ding-dong-9"])
            let lines = try await tool.lines(until: " holds")
            let pid = try #require(lines.last?.firstMatch(of: /process ([0-9]+) holds/).flatMap { Int32($0.output.1) })
            let plugin = try #require(ProcessIdentity(of: pid))
            tool.signal(SIGKILL)
            _ = await tool.result()
            let patience = ContinuousClock.now + .seconds(20)
            while plugin.isRunning, ContinuousClock.now < patience { await Task.yield() }
            #expect(!plugin.isRunning)
            let run = try #require(lines.joined(separator: "\n").firstMatch(of: RunName.pattern)).output
            let resumed = try await world.run("resume", String(run))
            #expect(resumed.status == 3, "\(resumed.said)")
            #expect(world.calls == ["holds"])
        }

        @Test func aStepThatFailedWithoutActingIsResumed() async throws {
            let world = try PluginWorld(step("flaky", "verify id=ring within=0s") + step("good", "run id=go again=yes"))
            let failed = try await world.exec()
            #expect(failed.status == 1, "\(failed.said)")
            try world.folder.write("", to: "calls.ready")
            let resumed = try await world.run("resume", try #require(failed.run))
            #expect(resumed.status == 0, "\(resumed.said)")
            #expect(world.calls.suffix(2) == ["flaky", "good"])
        }

        @Test func itsWordsOnTheWayAreShownAndMasked() async throws {
            let world = try PluginWorld(step("talks"))
            let result = try await world.exec()
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("one of two"), "\(result.said)")
            #expect(result.output.contains("the password is ***"), "\(result.said)")
        }

        @Test func aRefusalIsAFailureWithoutDoubt() async throws {
            let world = try PluginWorld(step("refuses"))
            let result = try await world.exec()
            #expect(result.status == 1, "\(result.said)")
            #expect(result.output.contains("locked"))
        }

        @Test func aSecretInItsAnswerIsMasked() async throws {
            let world = try PluginWorld(step("shows"))
            let result = try await world.exec("--report", "report.md")
            #expect(result.status == 1, "\(result.said)")
            #expect(result.output.contains("***"), "\(result.said)")
            for text in [result.output, result.errors, try world.folder.text("report.md")] {
                #expect(!text.contains("ding-dong-9"))
            }
            let store = try world.folder.read("store/runs.db")
            #expect(store.firstRange(of: Array("ding-dong-9".utf8)) == nil)
        }

        @Test func resumingWithoutThePluginIsRefused() async throws {
            let world = try PluginWorld(step("flaky", "verify id=ring within=0s"))
            let failed = try await world.exec()
            let resumed = try await Tool.run(
                ["resume", try #require(failed.run)], in: world.folder, variables: ["BELL_PASSWORD": "ding-dong-9"])
            #expect(resumed.status == 2, "\(resumed.said)")
            #expect(resumed.errors.contains("target/unknown-kind"), "\(resumed.said)")
            // Every command that continues the run names the folder.
            let option = "--plugin-dir \(world.folder.path)/plugin"
            #expect(resumed.errors.contains("`runbook resume \(failed.run ?? "") \(option)`"), "\(resumed.said)")
            for words in [["handover"], ["report"], ["show"]] {
                let shown = try await Tool.run(words + [failed.run ?? ""], in: world.folder)
                #expect(shown.output.contains(option), "\(shown.said)")
            }
        }

        /// What an answer prints continues the run as it was started.
        @Test func anAnswerNamesThePluginsOfTheRun() async throws {
            let world = try PluginWorld(step("good", "run id=ring again=yes confirm=\"Ring it?\""))
            let waiting = try await world.exec()
            #expect(waiting.status == 3, "\(waiting.said)")
            let run = try #require(waiting.run)
            let digest = try #require(waiting.said.firstMatch(of: /--digest ([0-9a-z-]+)/)?.1)
            let answered = try await Tool.run(["confirm", run, "ring", "--digest", String(digest)], in: world.folder)
            #expect(
                answered.output == "runbook resume \(run) --plugin-dir \(world.folder.path)/plugin\n",
                "\(answered.said)")
            #expect(try await world.run("resume", run).status == 0)
        }

        // MARK: Plan

        @Test func aPlanStartsNothingAndBindsThePlugin() async throws {
            let world = try PluginWorld(step("good"))
            func plan() async throws -> ToolResult {
                try await world.run("plan", "test.md", "--env", "./here.yaml", "-o", "plan.json")
            }
            let planned = try await plan()
            #expect(planned.status == 0, "\(planned.said)")
            #expect(planned.output.contains("good"), "\(planned.said)")
            #expect(world.calls.isEmpty)
            let kept = try await world.exec("--plan", "plan.json")
            #expect(kept.status == 0, "\(kept.said)")
            #expect(try await plan().status == 0)
            try PluginWorld.writePlugin(into: world.folder, at: "plugin", script: PluginWorld.script + "# more\n")
            let changed = try await world.exec("--plan", "plan.json")
            #expect(changed.status == 4, "\(changed.said)")
            #expect(changed.errors.contains("echo"), "\(changed.said)")
            #expect(world.calls == ["good"])
        }

        @Test func aProbeReadsAndLooks() async throws {
            let world = try PluginWorld(step("good") + step("later", "verify id=rung within=1s"))
            let result = try await world.run("plan", "test.md", "--env", "./here.yaml", "--probe")
            #expect(result.status == 0, "\(result.said)")
            #expect(world.calls == ["probe", "later"])
            #expect(result.output.contains("~"), "\(result.said)")
            #expect(result.output.contains("has another state now: it is red"), "\(result.said)")
        }

        // MARK: Trust

        @Test func aTrustedPluginIsUsedUntilItChanges() async throws {
            let world = try PluginWorld(step("good"))
            func check() async throws -> ToolResult { try await Tool.run(["check", "test.md"], in: world.folder) }
            #expect(try await check().status == 2)
            let trusted = try await Tool.run(["plugin", "trust", "plugin"], in: world.folder)
            #expect(trusted.status == 0, "\(trusted.said)")
            #expect(trusted.output.contains("accepted: echo 1.0.0"))
            #expect(try await check().status == 0)
            let listed = try await Tool.run(["plugin", "list"], in: world.folder)
            #expect(listed.output.contains("echo 1.0.0  trusted: \(world.folder.file("plugin"))"), "\(listed.said)")
            try PluginWorld.writePlugin(into: world.folder, at: "plugin", script: PluginWorld.script + "# more\n")
            let changed = try await check()
            #expect(changed.status == 2)
            #expect(changed.errors.contains("warning[plugin/changed]"), "\(changed.said)")
            #expect(changed.errors.matches(of: /sha256 [0-9a-f]{64}/).count == 2)
            #expect(try await Tool.run(["plugin", "trust", "plugin"], in: world.folder).status == 0)
            #expect(try await check().status == 0)
            let revoked = try await Tool.run(["plugin", "trust", "--revoke", "plugin"], in: world.folder)
            #expect(revoked.status == 0, "\(revoked.said)")
            #expect(try await check().status == 2)
        }

        /// A checkout that brings a plugin everywhere where one might be looked for.
        @Test func aHostileCheckoutRunsNothing() async throws {
            let world = try PluginWorld(step("good"), plugin: "plugins/echo")
            let canary = "#!/bin/sh\necho \"$0\" >>'\(world.folder.file("canary"))'\n"
            for path in [
                ".", "plugins/echo", "plugin", ".runbook/plugins/echo", "environments", "runbook/plugins/echo",
            ] {
                try PluginWorld.writePlugin(into: world.folder, at: path, script: canary)
            }
            for name in ["psql", "bash", "python3", "getent", "runbook-echo", "echo.sh", "curl", "git", "df"] {
                chmod(try world.folder.write(canary, to: name), 0o755)
            }
            try world.folder.write("{\"plugins\": [\".\"]}", to: "runbook.json")
            try world.folder.write("RUNBOOK_PLUGIN_PATH=.\n", to: ".env")
            try world.folder.write(try world.folder.text("here.yaml"), to: "environments/here.yaml")
            let commands = [
                ["check", "test.md"], ["graph", "test.md"], ["test", "test.md"], ["exec", "test.md"],
                ["exec", "test.md", "--env", "here"], ["exec", "test.md", "--env", "./here.yaml"], ["plan", "test.md"],
                ["plugin", "list"], ["check", "test.md", "--plugin-dir", "plugins"],
            ]
            for arguments in commands {
                for path in ["", ".", "plugins", "./plugins:."] {
                    let result = try await Tool.run(
                        arguments, in: world.folder,
                        variables: [
                            "BELL_PASSWORD": "ding-dong-9", "RUNBOOK_PLUGIN_PATH": path,
                            "PATH": ".:\(world.folder.path)",
                        ])
                    let isLook = arguments.last == "plugins" || arguments.last == "list"
                    #expect(result.status != 0 || isLook || arguments[0] == "plan", "\(arguments) \(result.said)")
                }
            }
            #expect(!TestFolder.names(in: world.folder.path).contains("canary"))
        }

        @Test func whatIsNamedAndCannotBeUsedEndsTheCommand() async throws {
            let world = try PluginWorld(step("good"))
            chmod(world.folder.file("plugin/echo.sh"), 0o644)
            let result = try await world.exec()
            #expect(result.status == 2)
            #expect(result.errors.contains("error[plugin/executable]"), "\(result.said)")
            #expect(result.errors.contains("chmod +x"))
        }

        @Test(.enabled(if: PostgresCluster.hasPython, "needs python3"), arguments: ["sh", "python"])
        func aNewPluginPassesItsTest(_ language: String) async throws {
            let folder = try TestFolder()
            let made = try await Tool.run(["plugin", "new", "my-own", "--language", language], in: folder)
            #expect(made.status == 0, "\(made.said)")
            let tested = try await Tool.run(["plugin", "test", "my-own"], in: folder)
            #expect(tested.status == 0, "\(tested.said)")
            #expect(tested.output.hasSuffix("my-own keeps the contract\n"))
            #expect(try await Tool.run(["plugin", "new", "my-own"], in: folder).status == 2)
            #expect(try await Tool.run(["plugin", "new", "console"], in: folder).status == 2)
            #expect(try await Tool.run(["plugin", "new", "../x"], in: folder).status == 64)
        }

        @Test func aPluginThatBreaksTheContractFailsItsTest() async throws {
            let world = try PluginWorld(step("good"))
            let result = try await world.folder.pluginTest("plugin")
            #expect(result.status == 1, "\(result.said)")
            #expect(result.output.contains("failed requests"))
            #expect(result.errors.contains("plugin/claim"))
        }
    }
}

extension TestFolder {
    fileprivate func pluginTest(_ path: String) async throws -> ToolResult {
        try await Tool.run(["plugin", "test", path], in: self)
    }
}
