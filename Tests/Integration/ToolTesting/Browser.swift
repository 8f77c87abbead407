internal import Glibc
internal import Processes
package import RunbookTesting

/// A real browser without a window.
package struct Browser: Sendable {
    private let program: String

    /// What it saw of a page.
    package struct Sight: Sendable {
        /// The picture, a PNG file; empty when there is none.
        package let picture: [UInt8]
        /// What the page and the browser complained of on the console.
        package let console: [String]
        /// The document as the browser read it.
        package let document: String

        /// The width of the picture in points; nil when it is none.
        package var width: Int? {
            guard picture.starts(with: [0x89, 0x50, 0x4E, 0x47]), picture.count > 24 else { return nil }
            return picture[16..<20].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// The browser of this machine; nil when there is none.
    package static let installed: Browser? = {
        let programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        return programs.first { access($0, X_OK) == 0 }.map { Browser(program: $0) }
    }()

    /// Opens a page in a window of a size.
    package func open(_ url: String, width: Int, height: Int, in folder: TestFolder) async throws -> Sight {
        let picture = folder.file("page-\(width).png")
        let shot = try await run(["--screenshot=\(picture)", "--window-size=\(width),\(height)", url], in: folder)
        let dump = try await run(["--dump-dom", "--window-size=\(width),\(height)", url], in: folder)
        return Sight(
            picture: (try? TestFolder.bytes(of: picture)) ?? [],
            console: (shot.errors + dump.errors).split(separator: "\n").filter { $0.contains("CONSOLE") }
                .map(String.init),
            document: dump.output)
    }

    private func run(_ arguments: [String], in folder: TestFolder) async throws -> ToolResult {
        var command = ProcessCommand(
            program,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--no-first-run", "--disable-extensions", "--disable-background-networking",
                "--user-data-dir=\(folder.file("browser"))", "--enable-logging=stderr", "--timeout=20000",
            ] + arguments, environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"],
            directory: folder.path, output: .collect(limit: 16 << 20), errorLimit: 4 << 20, deadline: .seconds(120))
        command.isOurs = false
        return ToolResult(try await Process.run(command))
    }
}
