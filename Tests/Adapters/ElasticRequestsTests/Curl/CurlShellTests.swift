import ElasticRequests
import Glibc
import Processes
import RunbookModel
import RunbookTesting
import Testing

/// A shell takes a printed command for what it was made of.
@Suite(.enabled(if: access("/bin/bash", X_OK) == 0, "no /bin/bash")) struct CurlShellTests {
    private static let command = CurlCommand(
        url: "https://es.example.com:9200", user: "o'neil", password: "p w",
        options: [["--cacert", "/a b/'c'.pem"], ["-k"]])

    /// Runs commands in bash, with a `curl` that only writes down what it is given; returns the arguments of each.
    private func arguments(of commands: [String]) async throws -> [[String]] {
        let folder = try TestFolder()
        // Arguments end with NUL, and a call with two of them.
        let script =
            "set -u\ncurl() { printf '%s\\0' \"$@\"; printf '\\0'; }\nINDEX=from-the-shell\n"
            + commands.joined(separator: "\n") + "\n"
        let path = try folder.write(script, to: "script.sh")
        let result = try await Process.run(
            ProcessCommand(
                "/bin/bash", ["--norc", "--noprofile", path],
                environment: ["PATH": folder.path, "LC_ALL": "C.UTF-8"], directory: folder.path,
                output: .collect(limit: 100 << 20)))
        #expect(result.isSuccess && result.outputDropped == 0)
        var calls: [[String]] = []
        var words: [String] = []
        for word in result.output.split(separator: 0, omittingEmptySubsequences: false).dropLast() {
            if word.isEmpty {
                calls.append(words)
                words = []
            } else {
                words.append(String(decoding: word, as: UTF8.self))
            }
        }
        return calls
    }

    /// What the arguments must be.
    private func expected(_ request: ElasticRequest) -> [String] {
        var words = ["-sS"] + (request.method == "HEAD" ? ["-I"] : ["-X", request.method])
        words += ["--cacert", "/a b/'c'.pem", "-k", "-u", "o'neil:p w", "https://es.example.com:9200\(request.target)"]
        if let body = request.body {
            words += ["-H", "Content-Type: application/json"]
            words += [body.hasPrefix("@") ? "--data-raw" : "--data-binary", body]
        }
        return words
    }

    private static let hostile = [
        "{}", "'", "''", "'; touch pwned; '", "\"", "\\", "\\'", "\n", "\r\n{\n}\n", "$(touch pwned)", "`touch pwned`",
        "$HOME ${HOME} $$ $1 $@ !! !$", "%s %n", "\u{e9}\u{1F600}\u{202E}", "e\u{301}", "\u{1b}[31m\u{7}",
        "@/etc/passwd", "-X",
        "--", "a\tb", "*", "~", "{a,b}", "#", "&|;<>()", "$'\\n'", "\u{FEFF}", "<<EOF\nEOF", "${index}", "$${index}",
        String(repeating: "'", count: 500),
    ]

    @Test func hostileBodiesStayWhatTheyAre() async throws {
        let requests =
            Self.hostile.map { ElasticRequest(method: "PUT", path: "/a", query: "q=%27", body: $0) }
            + [ElasticRequest(method: "HEAD", path: "/%27%24(x)"), ElasticRequest(method: "GET", path: "/$(x)`y`'z")]
        let commands = try requests.map { try #require(Self.command.text($0, values: [])) }
        let calls = try await arguments(of: commands)
        #expect(calls.count == requests.count)
        for (call, request) in zip(calls, requests) { #expect(call == expected(request)) }
    }

    @Test func valuesComeFromTheShell() async throws {
        let request = ElasticRequest(
            method: "GET", path: "/${index}/_doc/1", body: "{\"a\":\"${index}\",\"b\":\"${other}\"}")
        let text = try #require(Self.command.text(request, values: ["index"]))
        let call = try #require(try await arguments(of: [text]).first)
        #expect(call.contains("https://es.example.com:9200/from-the-shell/_doc/1"))
        #expect(call.last == "{\"a\":\"from-the-shell\",\"b\":\"${other}\"}")
    }

    @Test func aNULIsRefused() {
        #expect(Self.command.text(ElasticRequest(method: "PUT", path: "/a", body: "a\u{0}b")) == nil)
        #expect(Self.command.text(ElasticRequest(method: "PUT", path: "/a\u{0}")) == nil)
    }

    @Test(.enabled(if: SharedFences.folder != nil, "RUNBOOK_SHARED names no folder"))
    func requestsOfForeignDocuments() async throws {
        let requests = SharedFences.all.flatMap { fence in
            let (requests, diagnostics) = ConsoleParser.parse(BlockText(fence.text))
            return diagnostics.isEmpty ? requests : []
        }.map {
            ElasticRequest(
                method: $0.method.value, path: $0.path.source, query: $0.query?.source, body: $0.body?.source)
        }
        let commands = try requests.map { try #require(Self.command.text($0, values: [])) }
        let calls = try await arguments(of: commands)
        #expect(calls.count == requests.count)
        for (call, request) in zip(calls, requests) { #expect(call == expected(request)) }
        print("\(calls.count) requests of foreign documents went through bash")
    }
}
