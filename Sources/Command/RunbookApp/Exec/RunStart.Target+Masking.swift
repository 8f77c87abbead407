import RunbookModel
import RunbookRun

extension RunStart.Target {
    /// The target without secrets: what a server says of itself is compared when the run continues, so it is masked
    /// before it is kept and before it is compared.
    func masked(by masker: Masker) -> RunStart.Target {
        RunStart.Target(
            heading, address: masker.masked(address), identity: identity.map(masker.masked),
            product: product.map(masker.masked), properties: properties)
    }
}
