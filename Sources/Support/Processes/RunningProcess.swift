/// A process of somebody, as `/proc` tells of it.
package struct RunningProcess: Sendable, Hashable {
    /// The process number.
    package let pid: Int32
    /// What it was started as, at most 200 bytes; its arguments may hold secrets of others.
    package let command: String
}
