import Testing

@testable import RunbookBodies

/// Arguments that nobody gives, in blocks and in texts of `sh -c`.
struct CommandArgumentsTests {
    @Test(arguments: [
        ("rm -rf \"x/$*\"", "$*"), ("echo x/\"$@\"/y", "$@"), ("echo x/${*}/y", "${*}"), ("rm ${@:1}", "${@:1}"),
        ("set -eu\nset -o pipefail\nls \"$@\"", "$@"), ("for x in \"$@\"; do ls; done", "$@"),
    ])
    func aBlockHasNone(command: String, use: String) {
        let found = CommandArguments(CommandWords(Array(command.utf8))).ofBlock
        #expect(found.map { String(decoding: Array(command.utf8)[$0], as: UTF8.self) } == [use])
    }

    @Test(arguments: [
        "echo $#", "echo '$*' '$@'", "echo \\$*", "set -- a b\nls \"$@\"", "set a\nls $*", "f() { ls \"$@\"; }\nf a",
        "f () { ls $*; }", "ls \"${names[@]}\" \"${names[*]}\"", "ls ${*:-x} ${@+y}", "echo $$ $? $! $-", "ls *@*",
        "cat <<EOF\n$*\nEOF", "# $*", "awk '{print $1}' a",
    ])
    func whatHasAMeaningIsNotReported(command: String) {
        #expect(CommandArguments(CommandWords(Array(command.utf8))).ofBlock.isEmpty, "\(command)")
    }

    @Test(arguments: [
        ("sh -c 'rm x/$1/y'", "$1"), ("sh -c 'rm x/$1/y' $index", "$1"), ("sh -c 'rm x/$1/y' \"$index\"", "$1"),
        ("bash -ec 'rm ${2}' _ a", "$2"), ("sudo sh -c \"rm \\$1\"", "$1"), ("sh -e -c 'rm \"$@\"' x", "$@"),
        ("/bin/sh -c -- 'rm $*'", "$*"), ("timeout 5 sh -c 'rm $1'", "$1"), ("docker exec c sh -c 'rm $1' x", "$1"),
        ("sh -o errexit -c 'rm $1'", "$1"),
    ])
    func aTextGetsTooFew(command: String, argument: String) {
        #expect(CommandArguments(CommandWords(Array(command.utf8))).ofTexts.map(\.argument) == [argument], "\(command)")
    }

    @Test(arguments: [
        "sh -c 'rm x/$1/y' _ $index", "sh -c 'rm \"$@\"' _ a b", "ls | xargs sh -c 'echo $0 $1'",
        "find . -exec sh -c 'echo $1' _ {} +", "sh -c 'echo ${1:-x} ${1-}'", "sh -c \"awk '{print \\$1}' a\"",
        "sh -c 'awk \"{print \\$1}\" a'", "sh -c 'set -- a; echo $1'", "sh -c 'f() { echo $1; }; f a'", "sh script.sh",
        "sh -c \"echo $index\"", "sh -c 'echo $1' \"$@\"", "bash -x a.sh '$1'", "sh -c 'echo $0'", "echo 'sh -c $1'",
        "sh -c 'echo \"$1\"' sh \"$index\"",
    ])
    func aTextThatGetsThemIsNotReported(command: String) {
        #expect(CommandArguments(CommandWords(Array(command.utf8))).ofTexts.isEmpty, "\(command)")
    }
}
