import OrderedJSON
import Testing

struct JSONNumberTests {
    @Test(arguments: ["0", "-0", "10", "1.5", "1.50", "0.0", "1e5", "1E+5", "1e-05", "-0.1e1", "123456789012345678901"])
    func keepsWhatJSONCallsANumber(text: String) {
        #expect(JSONNumber(text: text)?.text == text)
        #expect(JSONNumber(text: text)?.description == text)
    }

    @Test(arguments: [
        "", "-", "+1", "01", "-01", ".5", "1.", "1e", "1e+", "0x1", "1 ", " 1", "1,0", "Infinity", "NaN", "１", "1e1.5",
        "--1",
    ])
    func refusesTheRest(text: String) {
        #expect(JSONNumber(text: text) == nil)
    }

    @Test(arguments: [
        ("1", "1.0"), ("100", "1e2"), ("0", "-0.0"), ("0.5", "5E-1"), ("0", "0e99"), ("12.30", "1230e-2"),
        ("1e400", "10e399"),
    ])
    func comparesByValue(left: String, right: String) throws {
        let left = try #require(JSONNumber(text: left))
        let right = try #require(JSONNumber(text: right))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.canonicalText == right.canonicalText)
    }

    @Test(arguments: [
        ("9007199254740993", "9007199254740992"), ("1", "-1"), ("0.1", "0.10000000000000000001"), ("1e400", "1e401"),
        ("1e-400", "0"),
    ])
    func tellsCloseNumbersApart(left: String, right: String) throws {
        let left = try #require(JSONNumber(text: left))
        let right = try #require(JSONNumber(text: right))
        #expect(left != right)
        #expect(left.canonicalText != right.canonicalText)
    }

    @Test(
        arguments: [
            ("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("-7", -7), ("1e3", 1000), ("0.0", 0),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-9223372036854775808.0", Int.min),
            ("9223372036854775808", nil), ("1e19", nil), ("1e99999999999999999999", nil), ("3.5", nil), ("1e-1", nil),
        ] as [(String, Int?)])
    func isAnIntegerWhenTheValueIs(text: String, int: Int?) throws {
        #expect(try #require(JSONNumber(text: text)).int == int)
    }

    @Test(arguments: [
        ("0", "0"), ("-0.00", "0"), ("1.0", "1"), ("-1.50", "-1.5"), ("1e2", "100"), ("1e20", "100000000000000000000"),
        ("1e21", "1e+21"), ("123e20", "1.23e+22"), ("0.000001", "0.000001"), ("0.0000001", "1e-7"), ("12e-3", "0.012"),
        ("-12.5e-10", "-1.25e-9"), ("9007199254740993", "9007199254740993"), ("1.23e1", "12.3"),
    ])
    func writesCanonically(text: String, canonical: String) throws {
        let number = try #require(JSONNumber(text: text))
        #expect(number.canonicalText == canonical)
        #expect(JSONNumber(text: canonical) == number)
    }

    /// An exponent that no integer holds must neither trap nor make a gigantic text.
    @Test(arguments: ["1e99999999999999999999", "-1e-99999999999999999999", "0.1e9223372036854775807"])
    func survivesAbsurdExponents(text: String) throws {
        let number = try #require(JSONNumber(text: text))
        #expect(number == number)
        #expect(number != JSONNumber(1))
        #expect(number.canonicalText.utf8.count < 40)
        #expect(number.int == nil)
    }

    @Test(arguments: [
        (1.0, "1"), (-0.0, "-0"), (0.1, "0.1"), (1e16, "1e+16"), (Double.leastNonzeroMagnitude, "5e-324"),
        (123456789.5, "123456789.5"),
    ])
    func isMadeOfADouble(value: Double, text: String) throws {
        #expect(JSONNumber(value)?.text == text)
        #expect(try #require(JSONNumber(value)).double == value)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func hasNoWordForWhatIsNotFinite(value: Double) {
        #expect(JSONNumber(value) == nil)
    }
}
