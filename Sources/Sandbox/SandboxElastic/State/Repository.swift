internal import OrderedJSON
internal import SandboxWorld

/// A repository as a cluster has registered it.
struct Repository: Sendable {
    let type: String
    let settings: SettingsMap
    /// The folder among those of the sandbox.
    let location: String
    let isReadOnly: Bool
    /// Whether a real server keeps it where the sandbox does not reach.
    let isForeign: Bool

    /// - Throws: The server's error for settings that no repository can be made of.
    init(_ name: String, type: String, settings: SettingsMap, _ profile: Profile) throws(ElasticError) {
        let isOwn = profile.repositoryTypes.contains(type)
        guard isOwn || profile.keepsAnyRepository && ForeignRepository.types.contains(type) else {
            throw Repository.problem(name, "repository type [\(type)] does not exist").lacking(.repositoryType(type))
        }
        isForeign = !isOwn || type == "fs" && settings.text("location")?.hasPrefix("/") == true
        self.type = type
        self.settings = settings
        func failed(_ cause: ElasticError) -> ElasticError {
            ElasticError("repository_exception", "[\(name)] failed to create repository", status: 500, cause: cause)
        }
        let isFolder = type == "fs"
        let place = isFolder ? "location" : "bucket"
        if isOwn {
            let location = isFolder ? settings.text(place) ?? "" : Repository.location(type, settings)
            if location.isEmpty { throw failed(Repository.problem(name, "missing \(place)")) }
            let isAnywhere = profile.keepsAnyRepository && location.hasPrefix("/")
            guard let folder = Repository.folder(isAnywhere ? String(location.dropFirst()) : location) else {
                throw failed(
                    Repository.problem(
                        name, "location [\(location)] doesn't match any of the locations specified by path.repo"))
            }
            self.location = isAnywhere ? "/\(folder)" : folder
        } else {
            switch ForeignRepository.location(type, settings) {
            case .success(let location): self.location = location
            case .failure(let missing): throw failed(Repository.problem(name, missing.reason))
            }
        }
        for size in ["chunk_size", "max_snapshot_bytes_per_sec", "max_restore_bytes_per_sec"] {
            if let text = settings.text(size), ByteSize.bytes(text) == nil {
                let problem = SettingRules.sizeWithoutUnit(size, text)
                throw failed(.illegalArgument(problem.reason, cause: problem))
            }
        }
        for flag in ["compress", "readonly"] {
            if let text = settings.text(flag), !["true", "false"].contains(text) {
                throw failed(.noTruthValue(text))
            }
        }
        isReadOnly = settings.text("readonly") == "true" || type == "url"
    }

    private static func problem(_ name: String, _ reason: String) -> ElasticError {
        ElasticError("repository_exception", "[\(name)] \(reason)", status: 500)
    }

    /// The folder that a relative location means; nil when it leaves the folder of all repositories.
    private static func folder(_ location: String) -> String? {
        if location.hasPrefix("/") { return nil }
        var parts: [Substring] = []
        for part in location.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// The folder that stands for a bucket and a path in it; empty without a bucket.
    private static func location(_ type: String, _ settings: SettingsMap) -> String {
        guard let bucket = settings.text("bucket"), !bucket.isEmpty else { return "" }
        let path = (settings.text("base_path") ?? "").split(separator: "/").joined(separator: "/")
        return path.isEmpty ? "\(type)/\(bucket)" : "\(type)/\(bucket)/\(path)"
    }
}

extension ElasticError {
    static func repositoryMissing(_ name: String) -> ElasticError {
        ElasticError("repository_missing_exception", "[\(name)] missing", status: 404)
    }

    static func snapshotMissing(_ name: String, in repository: String) -> ElasticError {
        ElasticError("snapshot_missing_exception", "[\(repository):\(name)] is missing", status: 404)
    }
}
