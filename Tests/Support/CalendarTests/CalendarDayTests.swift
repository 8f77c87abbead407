import Calendar
import Testing

/// Days, counted from 1970-01-01.
struct CalendarDayTests {
    @Test(
        arguments: [
            (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (11_016, 2000, 2, 29), (20_787, 2026, 11, 30),
            (-719_528, 0, 1, 1), (-719_529, -1, 12, 31), (47_541, 2100, 3, 1), (2_932_896, 9999, 12, 31),
        ])
    func countsBothWays(days: Int, year: Int, month: Int, day: Int) throws {
        let date = CalendarDay(since1970: days)
        #expect(date.year == year && date.month == month && date.day == day)
        #expect(try #require(CalendarDay(year: year, month: month, day: day)).since1970 == days)
    }

    /// Each day of 800 years comes behind the one before it.
    @Test func goesDayByDay() {
        var before = CalendarDay(since1970: -200_001)
        for days in -200_000..<92_194 {
            let date = CalendarDay(since1970: days)
            let isNext = date.year == before.year && date.month == before.month && date.day == before.day + 1
            let isFirst = date.day == 1 && before.day == CalendarDay.length(ofMonth: before.month, in: before.year)
            if !(isNext || isFirst) || date.since1970 != days {
                Issue.record("\(days): \(date) comes behind \(before)")
                return
            }
            before = date
        }
    }

    @Test(arguments: [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0)])
    func refusesDaysThatAMonthDoesNotHave(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        (0, 0, 0), (-1, -1, 86_399_999), (86_400_000, 1, 0), (-86_400_000, -1, 0), (1234, 0, 1234),
        (.min, -106_751_991_168, 60_424_192), (.max, 106_751_991_167, 25_975_807),
    ])
    func splitsMoments(milliseconds: Int, days: Int, time: Int) {
        let parts = CalendarDay.split(milliseconds)
        #expect(parts.day.since1970 == days && parts.time == time)
    }
}
