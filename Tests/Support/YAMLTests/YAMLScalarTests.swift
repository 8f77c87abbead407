import OrderedJSON
import Testing
import YAML

struct YAMLScalarTests {
    @Test(arguments: [
        ("", "null"), ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"), ("nULL", #""nULL""#),
        ("true", "true"), ("True", "true"), ("TRUE", "true"), ("false", "false"), ("False", "false"),
        ("FALSE", "false"), ("tRUE", #""tRUE""#),
        ("on", #""on""#), ("off", #""off""#), ("yes", #""yes""#), ("no", #""no""#), ("y", #""y""#),
        ("1", "1"), ("-0", "-0"), ("7.10", "7.10"), ("1e3", "1e3"), ("12345678901234567890", "12345678901234567890"),
        ("007", #""007""#), ("+1", #""+1""#), (".5", #"".5""#), ("1.", #""1.""#), ("0x1F", #""0x1F""#),
        ("0o17", #""0o17""#), (".inf", #"".inf""#), (".NaN", #"".NaN""#), ("1_000", #""1_000""#),
        ("22:30", #""22:30""#), ("2026-01-01", #""2026-01-01""#), (">=7.10", #"">=7.10""#),
    ])
    func typesPlainTextByTheCoreSchema(text: String, json: String) {
        #expect(YAMLScalar(text, style: .plain).json.text() == json)
    }

    @Test(arguments: [
        YAMLScalar.Style.singleQuoted, .doubleQuoted, .literal, .folded,
    ])
    func anyOtherStyleIsAString(style: YAMLScalar.Style) {
        for text in ["", "~", "true", "1"] {
            #expect(YAMLScalar(text, style: style).json == .string(text))
        }
    }

    @Test(arguments: [
        ("k: 7.10", "7.10", YAMLScalar.Style.plain), ("k: '7.10'", "7.10", .singleQuoted),
        (#"k: "a\tb""#, "a\tb", .doubleQuoted), ("k: |\n  a\n  b\n", "a\nb\n", .literal),
        ("k: >\n  a\n  b\n", "a b\n", .folded), ("k: |\r\n  a\r\n", "a\n", .literal),
    ])
    func readsTextAndStyle(yaml: String, text: String, style: YAMLScalar.Style) throws {
        #expect(try YAMLNode(parsing: yaml)["k"]?.scalar == YAMLScalar(text, style: style))
    }
}
