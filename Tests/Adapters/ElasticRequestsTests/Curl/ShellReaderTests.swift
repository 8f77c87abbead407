import RunbookModel
import Testing

@testable import ElasticRequests

@Suite struct ShellReaderTests {
    /// The words of each command, and its here-document behind `<<`.
    private func commands(_ text: String) throws -> [[String]] {
        var reader = ShellReader(BlockText(text), names: ["index", "leader"])
        var commands: [[String]] = []
        while let command = try reader.next() {
            commands.append(command.words.map(\.shown) + (command.input.map { ["<<" + $0.shown] } ?? []))
        }
        return commands
    }

    @Test(
        arguments: [
            ("", []),
            ("# only this\n\n", []),
            ("curl a b\tc", [["curl", "a", "b", "c"]]),
            ("curl a # b", [["curl", "a"]]),
            ("curl a#b '#c' # d", [["curl", "a#b", "#c"]]),
            ("curl a\n\n  curl b", [["curl", "a"], ["curl", "b"]]),
            ("curl a; curl b && curl c;", [["curl", "a"], ["curl", "b"], ["curl", "c"]]),
            ("curl a &&\ncurl b && \\\n  curl c", [["curl", "a"], ["curl", "b"], ["curl", "c"]]),
            ("curl \\\n  a\\\n  b c\\\nd", [["curl", "a", "b", "cd"]]),
            ("curl\\\n a", [["curl", "a"]]),
            ("curl 'a \\ \"b\" $c `d`'", [["curl", #"a \ "b" $c `d`"#]]),
            ("curl 'a\nb'", [["curl", "a\nb"]]),
            (#"curl "a 'b' \"c\" \$d \\ \e""#, [["curl", #"a 'b' "c" $d \ \e"#]]),
            ("curl \"a\\\nb\nc\"", [["curl", "ab\nc"]]),
            (#"curl a\ b\'c\"d\\e\$f"#, [["curl", #"a b'c"d\e$f"#]]),
            (#"curl a'b'"c"d"" ''"#, [["curl", "abcd", ""]]),
            (#"curl 'it'\''s' $"x""#, [["curl", "it's", "x"]]),
            (#"curl $'a\n\t\\\'\"\x41\u00e4\101\U1F600z'"#, [["curl", "a\n\t\\'\"AäA😀z"]]),
            ("curl -d '{}' ä", [["curl", "-d", "{}", "ä"]]),
            ("curl $ $. a$", [["curl", "$", "$.", "a$"]]),
            ("curl <<EOF\na\nb\nEOF", [["curl", "<<a\nb\n"]]),
            ("curl <<'EOF' a\n$x `y` \\\n\nEOF\ncurl b", [["curl", "a", "<<$x `y` \\\n\n"], ["curl", "b"]]),
            ("curl <<-E\n\t\ta\n\tE\n", [["curl", "<<a\n"]]),
            ("curl << EOF\n\\$x \\\\ \\n $index\nEOF", [["curl", "<<$x \\ \\n ${index}\n"]]),
            ("curl <<EOF\nEOF", [["curl", "<<"]]),
        ] as [(String, [[String]])])
    func readsWords(text: String, expected: [[String]]) throws {
        #expect(try commands(text) == expected)
    }

    @Test(arguments: [
        ("$INDEX", "index"), ("${INDEX}", "index"), ("${Index}", "index"), ("${index}", "index"),
        ("\"$INDEX\"", "index"), ("x${INDEX}y", "index"), ("${leader.url}", "leader.url"),
        ("${zones[0].id}", "zones[0].id"), ("${other}", "other"), ("$OTHER", "?"), ("${OTHER}", "?"),
        ("$other_x", "?"),
    ])
    func findsValues(word: String, reference: String) throws {
        var reader = ShellReader(BlockText("curl \(word)"), names: ["index", "leader"])
        let command = try #require(try reader.next())
        let values = command.words[1].values
        #expect(values.count == 1)
        #expect(values.first?.value.reference?.description ?? "?" == reference)
    }

    @Test(arguments: ["'$INDEX'", "\\$INDEX", "\"\\${INDEX}\"", "$${index}", "'$${index}'", "$'$INDEX'"])
    func leavesQuotedDollars(word: String) throws {
        var reader = ShellReader(BlockText("curl \(word)"), names: ["index"])
        let command = try #require(try reader.next())
        #expect(command.words[1].values.isEmpty)
        #expect(command.words[1].bytes.contains(UInt8(ascii: "$")))
    }

    @Test func knowsWhereItReads() throws {
        let text = #"curl "a\"b"$INDEX"#
        var reader = ShellReader(BlockText(text), names: ["index"])
        let word = try #require(try reader.next()).words[1]
        #expect(word.range == 5..<text.utf8.count)
        #expect(word.origins == [6..<7, 7..<9, 9..<10, 11..<17])
        #expect(word.part(1..<3).range == 7..<10)
    }

    @Test func isLinearInItsText() throws {
        let line = "curl -d '" + String(repeating: "x", count: 80) + "' \"$INDEX/a\" # comment\n"
        #expect(try commands(String(repeating: line, count: 5000)).count == 5000)
    }
}
