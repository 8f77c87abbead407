/// How runs are called.
package enum RunName {
    /// A date and some hexadecimal digits.
    package static var pattern: Regex<Substring> { /\b\d{4}-\d{2}-\d{2}-[0-9a-f]{4,}\b/ }
}
