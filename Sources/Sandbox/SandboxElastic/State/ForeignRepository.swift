/// Repositories of snapshots that a real server has by plugins, and that a sandbox keeps in its memory where it may.
enum ForeignRepository {
    /// What a repository needs and was not given.
    struct Missing: Error {
        let reason: String
    }

    /// The types of which it is known where they keep their snapshots.
    static let types: Set<String> = ["s3", "gcs", "azure", "oss", "hdfs", "url"]

    /// The folder of the sandbox in the place of a bucket, a container, a URI or a URL.
    ///
    /// Repositories of the same place are the same to all clusters, as they are to real ones.
    static func location(_ type: String, _ settings: SettingsMap) -> Result<String, Missing> {
        func text(_ name: String) -> String? { settings.text(name).flatMap { $0.isEmpty ? nil : $0 } }
        switch type {
        case "url":
            guard let url = text("url") else { return .failure(Missing(reason: "missing url")) }
            // What one cluster keeps in a folder, another one reads by its URL.
            return .success(url.hasPrefix("file:") ? folder(String(url.dropFirst("file:".count))) : url)
        case "hdfs":
            guard let uri = text("uri") else {
                return .failure(Missing(reason: "No 'uri' defined for hdfs snapshot/restore"))
            }
            guard let path = text("path") else {
                return .failure(Missing(reason: "No 'path' defined for hdfs snapshot/restore"))
            }
            return .success(uri + folder(path))
        case "azure": return .success(type + folder(text("container") ?? "elasticsearch-snapshots", text("base_path")))
        default:
            guard let bucket = text("bucket") else {
                let reason =
                    switch type {
                    case "s3": "No bucket defined for s3 repository"
                    case "gcs": "No bucket name is defined for this repository"
                    default: "missing bucket"
                    }
                return .failure(Missing(reason: reason))
            }
            return .success(type + folder(bucket, text("base_path")))
        }
    }

    /// A path of names, with one slash before each.
    private static func folder(_ parts: String?...) -> String {
        parts.compactMap(\.self).flatMap { $0.split(separator: "/") }.map { "/\($0)" }.joined()
    }
}
