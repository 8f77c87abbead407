/// What a person says about colours (`--color`).
package enum ColorChoice: String, Sendable, CaseIterable {
    case auto
    case always
    case never
}
