import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// The pages that people open, in a real browser: on a desktop, on a sheet of paper and on a phone.
    @Suite(.serialized, .enabled(if: Browser.installed != nil, "no chromium: apt-get install chromium"))
    struct BrowserTests {
        private static let sizes = [(1280, 900), (794, 1123), (390, 844)]

        /// A page without complaints, in all sizes; gives the document as the browser read it.
        private func look(_ url: String, in folder: TestFolder, _ name: String) async throws -> String {
            let browser = try #require(Browser.installed)
            var document = ""
            for (width, height) in Self.sizes {
                let sight = try await browser.open(url, width: width, height: height, in: folder)
                #expect(sight.console.isEmpty, "\(name) \(width): \(sight.console)")
                #expect(sight.width == width, "\(name) \(width)")
                // An empty page is a file of a few hundred bytes.
                #expect(sight.picture.count > 10_000, "\(name) \(width): \(sight.picture.count)")
                document = sight.document
            }
            return document
        }

        /// A run with a failure, and responses that try to become part of the page.
        @Test func aReport() async throws {
            let runbook = """
                # <img src=x onerror=alert(1)> & "quotes"

                ```yaml runbook
                version: 1
                targets: { search: { kind: elasticsearch } }
                ```

                ```console run again=yes
                PUT /a/_doc/1
                { "text": "</pre><script>alert(2)</script>" }
                ```

                ```console verify within=1s every=1s
                GET /a/_doc/1
                ```

                ```json expect
                { "_source": { "text": "<b onmouseover=alert(3)>" } }
                ```
                """
            try await World.with(runbook) { world in
                let run = try await world.exec("--yes", "--report", "report.html")
                #expect(run.status == 1, "\(run.said)")
                let page = try await look("file://" + world.folder.file("report.html"), in: world.folder, "report")
                #expect(page.contains("&lt;script&gt;alert(2)&lt;/script&gt;"), "\(page)")
                #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b onmouseover"))
            }
        }

        /// The page of a sandbox beside the run that builds in it.
        @Test func theSandbox() async throws {
            let folder = try TestFolder()
            let file = Repository.root + "/runbooks/cross-region-ccr.md"
            let sandbox = try await RunningSandbox(options: ["--for", file, "--virtual-time"], in: folder)
            let url = (sandbox.announcement["control"]?.string ?? "") + "/"
            let before = try await look(url, in: folder, "empty")
            #expect(before.contains("not complete yet"))
            let run = try await Tool.run(["exec", file, "--env", sandbox.environment, "--yes"], in: folder)
            #expect(run.status == 0, "\(run.said)")
            let after = try await look(url, in: folder, "built")
            #expect(after.contains("<span class=\"badge good\">connected</span>"), "\(after)")
            #expect(after.contains("conditions hold"))
            await sandbox.stop()
        }
    }
}
