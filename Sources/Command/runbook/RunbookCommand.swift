internal import Glibc
internal import RunbookFilters

@main
struct RunbookCommand {
    static func main() {
        // The filters' helper is this very program; nothing else may run in it.
        if CommandLine.arguments.dropFirst().first == JQHelper.argument { exit(JQHelper.run()) }
    }
}
