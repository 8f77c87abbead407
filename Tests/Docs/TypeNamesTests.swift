import Testing

/// A name that several targets can see means one thing.
struct TypeNamesTests {
    @Test func noTwoTargetsExportTypesOfOneName() {
        var places: [Substring: [String]] = [:]
        for (path, text) in SourceFiles.all where !path.contains("/Tests/") {
            for line in text.split(separator: "\n") {
                guard
                    let match = line.firstMatch(
                        of:
                            #/^(?:public|package) (?:final |indirect )*(?:struct|enum|class|actor|protocol) ([A-Za-z0-9]+)/#
                    )
                else { continue }
                places[match.output.1, default: []].append(path)
            }
        }
        #expect(places.count > 200, "the types are found")
        for (name, paths) in places.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
            Issue.record("`\(name)` is exported by \(paths.joined(separator: " and "))")
        }
    }
}
