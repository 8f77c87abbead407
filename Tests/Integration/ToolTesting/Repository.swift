/// The repository that the tests are in.
package enum Repository {
    /// Its absolute path.
    package static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
}
