@main
struct RunbookCommand {
    static func main() {}
}
