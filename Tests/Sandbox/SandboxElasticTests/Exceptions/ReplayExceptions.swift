/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    /// Answers that no version can have, and those of one version.
    static func reasons(_ version: String) -> [Int: String] {
        // The sessions with other products have numbers of their own.
        let shared = version.first?.isNumber == true ? general : [:]
        return shared.merging(own[version] ?? [:]) { _, new in new }
    }

    private static let moment =
        "the recording caught a moment of less than 0.3 s, whose length differs between machines"
    private static let script = "scripts are not emulated"

    private static let pipeline = "ingest pipelines are not emulated"
    private static let template = "templates of searches are not emulated"

    private static let own: [String: [Int: String]] = [
        "8.14.3": [1197: "the server has no reindex, so the index was not made"],
        "odfe-1.13-es-7.10.2": [235: moment, 236: moment, 246: moment],
        "opensearch-2.19": [
            69: script, 71: script, 407: "the third server was stopped", 622: moment, 843: moment, 869: moment,
            703: moment, 898: "the follower was killed in between",
            874: "the leader had answered clients before its followers found it again",
            875: "the leader had answered clients before its followers found it again",
            975: moment, 977: moment, 1022: "the list of allowed hosts was a setting of the node",
        ],
    ]

    private static let general: [Int: String] = [
        1200: "the list of allowed hosts was a setting of the node",
        1241: script, 1242: script, 1243: script, 1244: script, 1251: script, 1253: script, 1254: script, 1255: script,
        1258: script, 1263: pipeline, 1264: pipeline, 1266: pipeline, 1267: pipeline, 1268: pipeline, 1269: pipeline,
        1270: pipeline, 1271: template, 1272: template,
        162: "numbers and sizes of files are those of Lucene's segments",
        222: "the trace names the lines of the server's own code",
    ]
}
