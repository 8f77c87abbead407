/// Commands that certainly do more than read, whatever `effect=read` says of their block.
enum LoweredEffect {
    /// The longest text that is looked at, in bytes.
    private static let longest = 20_000
    private static let programs: Set<String> = ["rm", "rmdir", "shred", "mkfs", "dropdb", "reboot", "shutdown"]
    private static let clients: Set<String> = [
        "aliyun", "aws", "az", "docker", "gcloud", "helm", "kubectl", "oc", "podman", "systemctl",
    ]
    private static let verbs: Set<String> = [
        "apply", "cordon", "delete", "destroy", "drain", "evict", "kill", "patch", "replace", "restart", "rm", "scale",
        "start", "stop", "terminate", "uncordon", "uninstall",
    ]

    /// The first such command, as `kubectl delete`; nil when there is none.
    static func command(in text: String) -> String? {
        for line in String(decoding: text.utf8.prefix(longest), as: UTF8.self).split(whereSeparator: \.isNewline) {
            for part in line.split(whereSeparator: { ";|&(".contains($0) }) {
                var words = part.split(separator: " ").map(String.init)[...]
                while let first = words.first, ["sudo", "exec", "then", "do"].contains(first) {
                    words = words.dropFirst()
                }
                guard let program = words.first else { continue }
                if programs.contains(program) { return program }
                guard clients.contains(program) else { continue }
                let operands = words.dropFirst().filter { !$0.hasPrefix("-") }.prefix(2)
                if let verb = operands.first(where: verbs.contains) { return "\(program) \(verb)" }
            }
        }
        return nil
    }
}
