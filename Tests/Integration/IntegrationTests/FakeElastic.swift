import HTTPServer
import Synchronization
import ToolTesting

/// A server that answers as a test wants, and says when a request arrives; for all else it is an Elasticsearch 7.0.
final class FakeElastic: Sendable {
    typealias Handler = @Sendable (HTTPServer.Request) async -> HTTPServer.Reply?

    /// The requests as they arrive, as `METHOD TARGET`, without the look before a run.
    let arrivals: AsyncStream<String>
    private let server: HTTPServer
    private let box: Box

    /// Serves while `body` runs; what `handler` has no answer for is acknowledged.
    static func with(
        _ handler: @escaping Handler = { _ in nil }, _ body: (FakeElastic) async throws -> Void
    ) async throws {
        let fake = try FakeElastic(handler)
        do {
            try await body(fake)
        } catch {
            await fake.server.stop(grace: .zero)
            throw error
        }
        await fake.server.stop(grace: .zero)
    }

    private init(_ handler: @escaping Handler) throws {
        let (stream, continuation) = AsyncStream<String>.makeStream()
        let box = Box()
        server = try HTTPServer { request in
            if request.method == "GET", request.target == "/" {
                return await handler(request) ?? .json(FakeElastic.greeting)
            }
            box.seen.withLock { $0.append(request) }
            continuation.yield("\(request.method) \(request.target)")
            return await handler(request) ?? .json(#"{"acknowledged":true}"#)
        }
        arrivals = stream
        self.box = box
    }

    private final class Box: Sendable {
        let seen = Mutex<[HTTPServer.Request]>([])
    }

    static let greeting = """
        {"name":"fake","cluster_name":"fake","cluster_uuid":"fakefakefakefakefakeAA","version":{"number":"7.0.0",\
        "build_flavor":"default","lucene_version":"8.0.0"},"tagline":"You Know, for Search"}
        """

    var url: String { server.url }

    /// What came so far.
    var requests: [HTTPServer.Request] { box.seen.withLock { $0 } }

    /// What came so far, as `METHOD TARGET`.
    var lines: [String] { requests.map { "\($0.method) \($0.target)" } }

    /// Waits for the next request.
    func arrival() async -> String? {
        for await line in arrivals { return line }
        return nil
    }

    /// A folder with the document `test.md` and the environment `fake.yaml`, whose only server is gone.
    static func closed(_ document: String) async throws -> TestFolder {
        let fake = try FakeElastic { _ in nil }
        let folder = try fake.folder(document)
        await fake.server.stop(grace: .zero)
        return folder
    }

    /// A folder with the document `test.md` and the environment `fake.yaml`, in which it is the cluster `search`.
    func folder(_ document: String, head: String = "version: 1", more: String = "") throws -> TestFolder {
        let folder = try TestFolder()
        try folder.write(document, to: "test.md")
        try folder.write(
            "environment: { \(head) }\ntargets:\n  search:\n    kind: elasticsearch\n    url: \(url)\n\(more)",
            to: "fake.yaml")
        return folder
    }
}

extension HTTPServer.Reply {
    /// A JSON body.
    static func json(_ text: String, status: Int = 200, headers: [HTTPServer.Header] = []) -> Self {
        .response(
            HTTPServer.Response(
                status: status, headers: [.init("content-type", "application/json; charset=UTF-8")] + headers,
                body: Array(text.utf8)))
    }
}
