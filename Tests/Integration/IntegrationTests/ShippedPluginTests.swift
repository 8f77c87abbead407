import Glibc
import HTTPServer
import OrderedJSON
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// The plugins that come with the tool, through the real binary.
    struct ShippedPluginTests {
        /// The folder of the plugins; their own, so that their files have the rights of the repository.
        static let plugins: String = {
            let parts = #filePath.split(separator: "/").dropLast(4)
            return "/" + parts.joined(separator: "/") + "/plugins"
        }()

        @Test(.enabled(if: PostgresCluster.hasPython, "needs python3"), arguments: ["tcp", "postgres"])
        func theyKeepTheContract(_ name: String) async throws {
            let result = try await Tool.run(["plugin", "test", "\(Self.plugins)/\(name)"], in: try TestFolder())
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.hasSuffix("\(name) keeps the contract\n"))
        }

        // MARK: tcp

        private func waitForPort(_ port: Int, _ body: String, host: String = "127.0.0.1") async throws -> ToolResult {
            let folder = try TestFolder()
            try folder.write(
                """
                # Ports

                ```yaml runbook
                version: 1
                targets:
                  door: { kind: tcp }
                ```

                ## Look at door

                \(body)
                """, to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  door: { kind: tcp, host: \(host), port: \(port) }\n",
                to: "here.yaml")
            return try await Tool.run(
                ["exec", "test.md", "--env", "./here.yaml", "--plugin-dir", "\(Self.plugins)/tcp"], in: folder)
        }

        @Test func tcpTellsOpenFromClosed() async throws {
            let server = try HTTPServer { _ in .json("{}") }
            let port = try #require(Int(server.url.split(separator: ":").last ?? ""))
            let open =
                Documents.fence("tcp verify within=5s", "port ${door.port} is open")
                + Documents.fence("json expect", "{ \"state\": \"open\", \"port\": \(port) }")
            let closed = Documents.fence("tcp verify state=closed seconds=1 within=1s every=100ms", "it is closed")
            let answered = try await waitForPort(port, open)
            #expect(answered.status == 0, "\(answered.said)")
            #expect(try await waitForPort(port, closed).status == 1)
            await server.stop(grace: .zero)
            #expect(try await waitForPort(port, closed).status == 0)
            let refused = try await waitForPort(port, open.replacing("5s", with: "0s"))
            #expect(refused.status == 1, "\(refused.said)")
        }

        @Test func tcpSaysThatAHostIsUnknown() async throws {
            let result = try await waitForPort(
                1, Documents.fence("tcp verify within=0s", "it is open"), host: "no-such-host.invalid")
            #expect(result.status == 1)
            #expect(result.output.contains("the host name is unknown"), "\(result.said)")
        }

        // MARK: postgres

        private func world(_ cluster: PostgresCluster, _ steps: String) throws -> TestFolder {
            let folder = try TestFolder()
            try folder.write(
                """
                # SQL

                ```yaml runbook
                version: 1
                targets:
                  db: { kind: postgres, version: ">=13" }
                parameters:
                  name: { type: string, default: "O'Re\\"il\\\\ly; drop table people; --" }
                  number: { type: integer, default: 9007199254740993 }
                ```

                ## Work on db

                \(steps)
                """, to: "test.md")
            try folder.write(cluster.environment, to: "here.yaml")
            return folder
        }

        private func exec(_ folder: TestFolder, password: String = PostgresCluster.password) async throws -> ToolResult
        {
            try await Tool.run(
                ["exec", "test.md", "--env", "./here.yaml", "--plugin-dir", "\(Self.plugins)/postgres", "--yes"],
                in: folder, variables: ["DB_PASSWORD": password])
        }

        private static let create = Documents.fence(
            "sql run id=create again=yes", "create table if not exists people (id bigint primary key, name text)")

        @Test(.enabled(if: PostgresCluster.isThere, "needs PostgreSQL: apt-get install postgresql python3"))
        func postgresReadsAndWrites() async throws {
            try await PostgresCluster.with { cluster in
                let folder = try world(
                    cluster,
                    Self.create
                        + Documents.fence(
                            "sql run id=add unless=added",
                            "insert into people (id, name)\nvalues (${number}, ${name})\nreturning id, name")
                        + Documents.fence("jq capture", "added_id = .[0].id")
                        + Documents.fence(
                            "sql verify id=added within=5s", "select id, name from people where id = ${number}")
                        + Documents.fence("json expect", "[ { \"id\": ${number}, \"name\": \"${name}\" } ]")
                        + Documents.fence("jq capture", "added_id = .[0].id"))
                let first = try await exec(folder)
                #expect(first.status == 0, "\(first.said)")
                #expect(first.output.contains("PostgreSQL"), "\(first.said)")
                let second = try await exec(folder)
                #expect(second.status == 0, "\(second.said)")
                #expect(second.output.contains("`added` passes"), "\(second.said)")
                let wrong = try await exec(folder, password: "wrong-password")
                #expect(wrong.status == 7, "\(wrong.said)")
                #expect(!wrong.errors.contains("wrong-password"))
            }
        }

        /// What must not happen in a read, and what PostgreSQL refuses.
        static let refused: [(block: String, reason: String)] = [
            ("select 1) as r; commit; drop table people; select * from (select 1", "a read must be one statement"),
            ("delete from people returning id", "a read is one query"),
            ("update people set name = 'a'", "a read is one query"),
            ("select U&\"\\006co_unlink\"(777)", "a name with escapes"),
            ("select u&\"!006co_unlink\" uescape '!' (777)", "a name with escapes"),
            ("select query_to_xml('select lo_unl'||'ink(777)', true, true, '')", "`query_to_xml` executes a text"),
            ("select schema_to_xml_and_xmlschema('public', true, true, '')", "executes a text"),
            ("select * from ts_stat('select lo_unl'||'ink(777)::text::tsvector')", "`ts_stat` executes a text"),
            ("select ts_rewrite('a'::tsquery, 'select ...')", "`ts_rewrite` executes a text"),
            ("select lo_unlink /* a */ -- b\n (777)", "`lo_unlink` acts, also in a transaction"),
            ("select count(*) from people where \"lo_unlink\" (777) = 1", "`lo_unlink` acts"),
            ("with gone as (delete from people returning id) select * from gone", "0A000"),
            ("select set_config('transaction_read_only', 'off', false)", "25001"),
            ("\\! touch /tmp/runbook-was-here", "a backslash outside quotes"),
            ("select '${name}'", "is inside quotes"),
            ("select :name", "is a variable of psql"),
            ("with x as (select 1) select lo_unlink(777)", "`lo_unlink` acts, also in a transaction"),
            ("select \"pg_terminate_backend\"(1)", "`pg_terminate_backend` acts, also in a transaction"),
            ("select PG_Create_Physical_Replication_Slot('z')", "acts, also in a transaction"),
            ("select * from dblink('host=x', 'select 1') as t (a int)", "`dblink` acts, also in a transaction"),
            ("select * from nowhere", "42P01"),
        ]

        /// Names that only look like functions that act.
        static let allowed = [
            "select count(*) as dblink_count, 1 as pg_notify, (2) as lo_unlink from people",
            "select pg_log_x, dblink from (select 1 pg_log_x, 2 dblink) q",
            "(select pg_notify.a from (select 1) as pg_notify(a))",
            "select ts_rewrite('a & b'::tsquery, 'a'::tsquery, 'c'::tsquery)::text",
            "select 'lo_unlink(777)' as text, '\\' as back",
            "values (1)", "table people",
        ]

        /// What no waiting repairs.
        @Test(
            .enabled(if: PostgresCluster.isThere, "needs PostgreSQL: apt-get install postgresql python3"))
        func postgresEndsWhatNoWaitingRepairs() async throws {
            try await PostgresCluster.with { cluster in
                #expect(try await exec(try world(cluster, Self.create)).status == 0)
                for (block, state) in [
                    ("select 1 from from", "42601"), ("select nowhere from people", "42703"),
                    ("select nothing()", "42883"), ("select 'x'::int", "22P02"),
                    ("select a.id from people", "42P01"),
                ] {
                    let folder = try world(cluster, Documents.fence("sql verify within=1h every=1h", block))
                    let result = try await exec(folder)
                    #expect(result.status == 1, "\(block) \(result.said)")
                    let line = result.said.split(separator: "\n").first { $0.contains("failed[") } ?? ""
                    #expect(line.contains(state), "\(result.said)")
                }
            }
        }

        @Test(.enabled(if: PostgresCluster.isThere, "needs PostgreSQL: apt-get install postgresql python3"))
        func postgresReadsOnly() async throws {
            try await PostgresCluster.with { cluster in
                let made = try await exec(try world(cluster, Self.create))
                #expect(made.status == 0, "\(made.said)")
                for (block, reason) in Self.refused {
                    let folder = try world(cluster, Documents.fence("sql verify within=0s", block))
                    let result = try await exec(folder)
                    #expect(result.status == 1, "\(block) \(result.said)")
                    #expect(result.output.contains(reason), "\(block) \(result.said)")
                }
                for block in Self.allowed {
                    let folder = try world(cluster, Documents.fence("sql verify within=0s", block))
                    let result = try await exec(folder)
                    #expect(result.status == 0, "\(block) \(result.said)")
                }
                let still = try await exec(
                    try world(cluster, Documents.fence("sql verify within=0s", "select count(*) from people")))
                #expect(still.status == 0, "\(still.said)")
            }
        }

        @Test(.enabled(if: PostgresCluster.isThere, "needs PostgreSQL: apt-get install postgresql python3"))
        func aRunIsAllOrNothing() async throws {
            try await PostgresCluster.with { cluster in
                let failing = Documents.fence(
                    "sql run id=both again=yes",
                    "insert into people values (1, 'a');\ninsert into people values (1, 'b');")
                let result = try await exec(try world(cluster, Self.create + failing))
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("23505"), "\(result.said)")
                let empty =
                    Documents.fence("sql verify within=0s", "select count(*) as n from people")
                    + Documents.fence("json expect", "[ { \"n\": 0 } ]")
                #expect(try await exec(try world(cluster, empty)).status == 0)
                let vacuum =
                    Documents.fence("sql run again=yes transaction=false", "vacuum people")
                    + Documents.fence("json expect", "{ \"commands\": [\"VACUUM\"] }")
                let vacuumed = try await exec(try world(cluster, vacuum))
                #expect(vacuumed.status == 0, "\(vacuumed.said)")
            }
        }
    }
}
