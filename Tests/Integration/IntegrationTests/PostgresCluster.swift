import Glibc
import Processes
import ToolTesting

/// A PostgreSQL of the test's own, on a socket in its own folder, run by a user who is not root.
struct PostgresCluster: Sendable {
    static let password = "scram-secret-42"

    private let folder: TestFolder
    private static let port = 5433

    /// Where the server's programs are; nil where PostgreSQL is not installed.
    private static let programs: String? = {
        let base = "/usr/lib/postgresql"
        return TestFolder.names(in: base).compactMap { Int($0) }.sorted().last.map { "\(base)/\($0)/bin" }
    }()

    /// What plugins in Python need.
    static let hasPython = access("/usr/bin/python3", X_OK) == 0

    /// The server, its client and Python are installed.
    static let isThere: Bool = programs != nil && access("/usr/bin/psql", X_OK) == 0 && hasPython

    /// Serves while `body` runs.
    static func with(_ body: (PostgresCluster) async throws -> Void) async throws {
        let cluster = PostgresCluster(folder: try TestFolder())
        try await cluster.start()
        do {
            try await body(cluster)
        } catch {
            try await cluster.shell("pg_ctl -D \"$D/data\" -m immediate stop")
            throw error
        }
        try await cluster.shell("pg_ctl -D \"$D/data\" -m immediate stop")
    }

    /// An environment file for it.
    var environment: String {
        """
        environment: { version: 1 }
        targets:
          db:
            kind: postgres
            host: \(folder.path)
            port: \(Self.port)
            database: postgres
            user: admin
            password: { env: DB_PASSWORD }

        """
    }

    private func start() async throws {
        try folder.write(Self.password + "\n", to: "password")
        chmod(folder.path, 0o755)
        chmod(folder.file("password"), 0o644)
        if geteuid() == 0, let entry = getpwnam("nobody") {
            chown(folder.path, entry.pointee.pw_uid, entry.pointee.pw_gid)
        }
        try await shell("initdb -D \"$D/data\" -A scram-sha-256 -U admin --pwfile=\"$D/password\" --no-sync")
        try await shell(
            "pg_ctl -D \"$D/data\" -w -l \"$D/log\" -o \"-k '$D' -p \(Self.port) -c listen_addresses= -c fsync=off\" start"
        )
    }

    /// PostgreSQL refuses to be run by root.
    private func shell(_ line: String) async throws {
        let drop = geteuid() == 0 ? ["/usr/sbin/runuser", "-u", "nobody", "--"] : []
        let words =
            drop + ["/bin/sh", "-c", line + " >/dev/null 2>\"$D/errors\" || { cat \"$D/errors\" >&2; exit 1; }"]
        let result = try await Process.run(
            ProcessCommand(
                words[0], Array(words.dropFirst()),
                environment: [
                    "PATH": "\(Self.programs ?? ""):/usr/bin:/bin", "LANG": "C.UTF-8", "D": folder.path,
                    "HOME": folder.path,
                ], directory: folder.path, deadline: .seconds(120)))
        guard result.isSuccess else { throw Failure(message: String(decoding: result.errors, as: UTF8.self)) }
    }

    struct Failure: Error {
        let message: String
    }
}
