import Testing

@testable import RunbookModel

struct FilterVariablesTests {
    @Test(arguments: [
        ("$a", ["a"]),
        (".x == $a and .y == $b", ["a", "b"]),
        ("$a.b.c, $a[0]", ["a", "a"]),
        ("$ a", ["a"]),
        ("$ # why\n a", ["a"]),
        ("{$a, b: $c}", ["a", "c"]),
        ("{($k): 1}", ["k"]),
        ("f($a; $b)", ["a", "b"]),
        ("-$a", ["a"]),
        ("$a|$b", ["a", "b"]),
        (".a.$b", ["b"]),
        ("$Upper_1", ["Upper_1"]),
        ("$__loc__.line", []),
    ])
    func found(filter: String, expected: [String]) {
        #expect(FilterVariables.references(in: filter).map(\.name) == expected)
    }

    @Test(arguments: [
        (#""$a""#, []),
        (#""\($a)""#, ["a"]),
        (#""x \( "y \($a) $b" ) $c""#, ["a"]),
        (#""\\($a)""#, []),
        (#""\"$a" , $b"#, ["b"]),
        (#"@base64 "\($a)""#, ["a"]),
        ("# $a\n$b", ["b"]),
        (#""\(1 as $x | $x + $y)" + $x"#, ["y", "x"]),
    ])
    func strings(filter: String, expected: [String]) {
        #expect(FilterVariables.references(in: filter).map(\.name) == expected)
    }

    @Test(arguments: [
        (". as $x | $x + $y", ["y"]),
        ("(. as $x | $x) + $x", ["x"]),
        (". as [$a, {b: $c}] | $a + $c + $d", ["d"]),
        (". as {$a, b: [$c]} | $a + $c", []),
        (". as {$a: [$c]} | $a + $c", []),
        (". as {($k): $v} | $v", ["k"]),
        (#". as {"a\($k)": $v} | $v"#, ["k"]),
        (". as {(. as $k | $k): $v} | $v + $k", ["k"]),
        (". as [$a] ?// $a | $a", []),
        ("reduce .[] as $x (0; . + $x + $y) | $x", ["y", "x"]),
        ("foreach .[] as [$i, $j] ($z; $i; $j)", ["z"]),
        ("reduce $list[] as $x ($start; . + $x)", ["list", "start"]),
        ("map(. as $x | 1; $x)", ["x"]),
        ("if . as $x | $x then $x else $y end", ["x", "y"]),
        ("if .a then . as $x | $x else 1 end | $x", ["x"]),
        ("$x as $x | $x", ["x"]),
    ])
    func bindings(filter: String, expected: [String]) {
        #expect(FilterVariables.references(in: filter).map(\.name) == expected)
    }

    @Test(arguments: [
        ("def f($x): $x + $y; f(1) + $x", ["y", "x"]),
        ("def f($x; g; $z): $x + $z + g; f(1; 2; $a)", ["a"]),
        ("def f: def g($x): $x; g($y) + $x; f", ["y", "x"]),
        ("def f: . as $x | $x; $x", ["x"]),
        ("label $out | foreach .[] as $x (0; 1; break $out)", []),
        ("{if: $a, as: $b, def: $c, end: $d}", ["a", "b", "c", "d"]),
        (".if | .as | .def | $a", ["a"]),
        ("{as: 1} | $x", ["x"]),
    ])
    func definitionsAndKeys(filter: String, expected: [String]) {
        #expect(FilterVariables.references(in: filter).map(\.name) == expected)
    }

    @Test
    func offsetsAreBytes() {
        let references = FilterVariables.references(in: "\"é\" + $name")
        #expect(references == [FilterReference(name: "name", range: 7..<12)])
    }

    @Test(arguments: ["", "$", "(", "\"abc $x", ") $x", "def", "def f(", ". as", ". as [", "if", "end", ";", "\"\\"])
    func brokenFiltersAreRead(filter: String) {
        #expect(FilterVariables.references(in: filter).isEmpty)
    }

    @Test(arguments: [
        ("env.HOME", ["env"]),
        (".env, .[\"input\"], {env}, {input: 1}, \"now\", $now", []),
        ("map(select(.a)) | now", ["map", "select", "now"]),
        ("def now: 1; now", []),
        ("{a: now}", ["now"]),
        ("{a: 1, b: (input)}", ["input"]),
        ("@base64 | not", []),
    ])
    func functions(filter: String, expected: [String]) {
        #expect(FilterNames(in: filter).functions.map(\.name) == expected)
    }

    @Test(arguments: [
        ("(.a", "this bracket is not closed", 0),
        (".a) | (.b", "`)` has no opening bracket", 2),
        (".a == \"x", "this string is not closed", 6),
        ("[.a)", "`)` has no opening bracket", 3),
        (#""\(.a""#, "this string is not closed", 5),
    ])
    func problems(filter: String, message: String, offset: Int) {
        let problem = FilterNames(in: filter).problem
        #expect(problem?.message == message)
        #expect(problem?.offset == offset)
    }

    @Test
    func deepNestingIsRead() {
        let filter = String(repeating: "(", count: 100_000) + "$a" + String(repeating: ")", count: 100_000)
        #expect(FilterVariables.references(in: filter).map(\.name) == ["a"])
    }
}
