import ElasticRequests
import RunbookModel

enum ConsoleBoundary {
    static func feed(_ bytes: [UInt8]) {
        let block = Block.of(bytes)
        let (requests, diagnostics) = ConsoleParser.parse(block)
        Renderings.promiseHarmless(diagnostics, SourceText(file: "fuzz.md", text: block.text))
        for request in requests {
            let sample = request.sample
            _ = sample.effect
            promise(sample.path.hasPrefix("/"), "a path begins with a slash: \(sample.path)")
            promise(
                sample.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F },
                "a request line holds visible ASCII only: \(sample.target)")
            _ = CurlCommand(url: "http://127.0.0.1:9200").text(sample)
        }
    }
}
