/// The index in which the security plugins keep what they know; here it is empty, as it looks to every user.
enum SecurityIndex {
    /// Its name, which OpenSearch kept.
    static let name = ".opendistro_security"
}
