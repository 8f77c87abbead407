// Written by tools/alicloud-contract; do not change it by hand.

/// The contract as text, in the form that `ContractReader` reads.
enum ContractData {
    /// The texts about vpc.
    static let vpc = [vpc1]
    /// The texts about cbn.
    static let cbn = [cbn1]
    /// The texts about nlb.
    static let nlb = [nlb1]
    /// The texts about privatelink.
    static let privatelink = [privatelink1]
    /// The texts about elasticsearch.
    static let elasticsearch = [elasticsearch1]
    /// The texts about errors.
    static let errors = [errors1]
    /// The texts about repeats.
    static let repeats = [repeats1]
}
