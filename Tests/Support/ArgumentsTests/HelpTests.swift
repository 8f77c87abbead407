import Arguments
import Testing

struct HelpTests {
    private func help(_ line: [String], width: Int = 80) -> String? {
        if case .help(let text) = sample.parse(line, width: width) { text } else { nil }
    }

    @Test func listsCommandsAndHidesSome() {
        #expect(
            help(["--help"]) == """
                Do things with files.

                Usage: tool COMMAND ...

                Commands:
                  exec   Run a file, one step after another.
                  check  Check files.
                  env    Environments.

                Options:
                  -h, --help     show this help
                      --version  show the version

                """)
    }

    @Test func explainsACommand() {
        #expect(
            help(["exec", "--help"]) == """
                Run a file, one step after another.

                Usage: tool exec [OPTIONS] FILE [STEP]

                Arguments:
                  FILE    the file
                  [STEP]  the step to begin with

                Options:
                  -p, --param NAME=VALUE  value of a parameter (may be repeated)
                  -e, --env NAME          where the targets are
                      --limit SECONDS     how long a request may take (default: 30)
                      --color WHEN        colors (auto, always, never; default: auto)
                  -y, --yes               answer every question with yes
                  -n, --dry-run           say what would be done
                  -h, --help              show this help

                A line that is longer than the others is wrapped where the columns end, wherever
                that is.

                  tool exec a.md -p size=20

                """)
    }

    @Test func wrapsAtTheWidth() {
        #expect(
            help(["exec", "-h"], width: 40) == """
                Run a file, one step after another.

                Usage: tool exec [OPTIONS] FILE [STEP]

                Arguments:
                  FILE    the file
                  [STEP]  the step to begin with

                Options:
                  -p, --param NAME=VALUE
                                       value of a
                                       parameter (may be
                                       repeated)
                  -e, --env NAME       where the targets
                                       are
                      --limit SECONDS  how long a
                                       request may take
                                       (default: 30)
                      --color WHEN     colors (auto,
                                       always, never;
                                       default: auto)
                  -y, --yes            answer every
                                       question with yes
                  -n, --dry-run        say what would be
                                       done
                  -h, --help           show this help

                A line that is longer than the others is
                wrapped where the columns end, wherever
                that is.

                  tool exec a.md -p size=20

                """)
    }

    @Test(arguments: [
        "exec --help", "exec -h", "exec a.md --bogus -h", "help exec", "exec --color nver --help", "exec -yh a.md",
    ])
    func winsOverMistakes(line: String) {
        #expect(help(line.split(separator: " ").map(String.init))?.hasPrefix("Run a file") == true)
    }

    @Test(arguments: ["--help", "-h", "help", "--bogus --help", "bogus -h"])
    func isThereForTheProgram(line: String) {
        #expect(help(line.split(separator: " ").map(String.init))?.hasPrefix("Do things") == true)
    }

    @Test(arguments: ["env -h", "help env", "env help"])
    func isThereForGroups(line: String) {
        #expect(help(line.split(separator: " ").map(String.init))?.hasPrefix("Environments.\n") == true)
    }

    @Test(arguments: ["help env list", "env help list", "env list --help"])
    func isThereForNestedCommands(line: String) {
        #expect(
            help(line.split(separator: " ").map(String.init)) == """
                List them.

                Usage: tool env list [NAME...]

                Arguments:
                  [NAME...]  only these

                Options:
                  -h, --help  show this help

                """)
    }

    @Test func saysTheVersion() {
        #expect(help(["--version"]) == "tool 1.2\n")
        #expect(help(["exec", "--version"]) == nil)
    }

    @Test func isNoHelpBehindTheSeparator() {
        #expect(help(["check", "--", "--help"]) == nil)
    }

    @Test func standsUnderErrorsInShort() {
        guard case .failure(let error) = sample.parse(["check"]) else {
            Issue.record("no error")
            return
        }
        #expect(error.usage == "Usage: tool check FILE...\nHelp:  tool check --help\n")
    }

    @Test func standsInFullUnderAMissingCommand() {
        guard case .failure(let error) = sample.parse([]) else {
            Issue.record("no error")
            return
        }
        #expect(error.usage == help(["--help"]))
    }
}
