import Arguments
import Testing

struct DeclarationTests {
    @Test func trapsOnTwoArgumentsOfOneName() async {
        await #expect(processExitsWith: .failure) {
            _ = Command("tool", "") { d in
                _ = d.flag("yes", help: "")
                _ = d.flag("yes", help: "")
                return { _ in 0 }
            }
            .parse([])
        }
    }

    @Test func trapsOnAnArgumentThatNothingReaches() async {
        await #expect(processExitsWith: .failure) {
            _ = Command("tool", "") { d in
                _ = d.arguments("FILE", help: "")
                _ = d.argument("STEP", help: "")
                return { _ in 0 }
            }
            .parse([])
        }
    }

    @Test func readsNothingOfCommandsThatAreNotChosen() {
        let program = Command(
            "tool", "",
            commands: [
                Command("one", "") { _ in { _ in 0 } },
                Command("two", "") { _ in
                    Issue.record("declared although it was not chosen")
                    return { _ in 0 }
                },
            ])
        if case .run = program.parse(["one"]) {} else { Issue.record("`one` is not an action") }
        if case .help = program.parse(["--help"]) {} else { Issue.record("no help") }
    }
}
