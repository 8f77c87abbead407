/// What a person should know of an error that another profile would not have.
enum ProfileHint {
    /// Says which profile has what a request asked for.
    static func of(_ error: ElasticError, _ profile: Profile) -> String? {
        guard let lacking = error.whatIsLacking,
            let other = Profile.all.first(where: { $0.name != profile.name && has(lacking, $0) })
        else { return nil }
        let service = other.services.first.map { "`flavor: \($0)` in the declaration of the target, or " } ?? ""
        return "the profile `\(other.name)` of the sandbox has it: write \(service)`--cluster NAME=\(other.name)`"
    }

    /// Says how a cluster gets the security whose path was asked for.
    static func ofSecurity(_ path: String, _ profile: Profile) -> String? {
        let paths = profile.securityProduct.paths + (profile.securityProduct == .elasticsearch ? ["/_security"] : [])
        guard !profile.isSecured, paths.contains(where: { path == $0 || path.hasPrefix("\($0)/") }) else { return nil }
        return "this cluster has no security: write `security: true` in the declaration of the target, or `+secure` "
            + "behind its profile"
    }

    private static func has(_ lacking: ElasticError.Lacking, _ profile: Profile) -> Bool {
        switch lacking {
        case .indexSetting(let name): profile.indexSettings.kind(of: name) != nil
        case .clusterSetting(let name): profile.clusterSettings.isDynamic(name) == true
        case .repositoryType(let type): profile.repositoryTypes.contains(type)
        }
    }
}
