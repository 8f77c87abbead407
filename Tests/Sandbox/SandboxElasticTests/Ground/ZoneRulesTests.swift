import Testing

@testable import SandboxElastic

struct ZoneRulesTests {
    @Test(arguments: [
        ("UTC", 0), ("Z", 0), ("+08:00", 28_800_000), ("-0330", -12_600_000), ("+8", 28_800_000),
    ])
    func fixed(name: String, offset: Int) {
        #expect(ZoneRules(name)?.offset(at: 0) == offset)
    }

    @Test(arguments: ["", "+", "+99:00", "+08:75", "/etc/passwd", "../../../etc/hostname", "Nowhere/At_All", "a\u{0}b"])
    func isNone(name: String) {
        #expect(ZoneRules(name) == nil)
    }

    @Test func summerIsTwoHoursAhead() throws {
        guard let rules = ZoneRules("Europe/Berlin") else { return }
        // 2021-01-15 and 2021-07-15.
        #expect(rules.offset(at: 1_610_668_800_000) == 3_600_000)
        #expect(rules.offset(at: 1_626_307_200_000) == 7_200_000)
        #expect(ZoneRules("Asia/Shanghai")?.offset(at: 1_626_307_200_000) == 28_800_000)
    }

    @Test func aDayOfChangeHasTwentyThreeHours() throws {
        guard let rules = ZoneRules("Europe/Berlin") else { return }
        let rounding = DateRounding(unit: .calendar("d"), zone: rules)
        // 2021-03-28, when clocks went forward at two.
        let start = rounding.floor(1_616_932_800_000)
        #expect(start == 1_616_886_000_000)
        #expect(rounding.next(start) - start == 23 * 3_600_000)
    }
}
