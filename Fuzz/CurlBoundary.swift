import ElasticRequests
import RunbookModel

enum CurlBoundary {
    static func feed(_ bytes: [UInt8]) {
        let block = Block.of(bytes)
        let names = ["leader", "index", "password"]
        let (requests, diagnostics) = CurlParser.parse(block, targets: ["leader"], names: names)
        Renderings.promiseHarmless(diagnostics, SourceText(file: "fuzz.md", text: block.text))
        for request in requests {
            let sample = request.request.sample
            promise(
                sample.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F },
                "a request line holds visible ASCII only: \(sample.target)")
        }
    }
}
