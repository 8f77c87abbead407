internal import Glibc
internal import RunbookCLI
internal import RunbookFilters

@main
struct RunbookCommand {
    static func main() async {
        // The filters' helper is this very program; nothing else may run in it.
        if CommandLine.arguments.dropFirst().first == JQHelper.argument { exit(JQHelper.run()) }
        exit(await Tool.run(Array(CommandLine.arguments.dropFirst())))
    }
}
