// swift-tools-version: 6.2
import PackageDescription

// Folders are floors, and an arrow points down or stays on its floor (docs/architecture.md).
// One section a floor, targets sorted from the ones below to the ones above, their tests beside them.

/// A library of the distribution: a module map and a header that includes the library's own.
func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/Libraries/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt([apt])]
    )
}

/// A target and its tests, which mirror it under `Tests/`.
func target(_ floor: String, _ name: String, _ dependencies: Target.Dependency..., tests: [Target.Dependency] = [])
    -> [Target]
{
    [
        .target(name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)"),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name)] + dependencies + tests,
            path: "Tests/\(floor)/\(name)Tests"
        ),
    ]
}

/// A built-in plugin: its handler's sources live in its own folder, as an external plugin's would.
func plugin(_ folder: String, _ name: String, _ dependencies: Target.Dependency..., tests: [Target.Dependency] = [])
    -> [Target]
{
    [
        .target(name: name, dependencies: dependencies, path: "plugins/\(folder)/Sources"),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name)] + dependencies + tests,
            path: "plugins/\(folder)/Tests"
        ),
    ]
}

var targets: [Target] = []

// MARK: - Libraries

targets += [
    library("CCMark", pkgConfig: "libcmark", apt: "libcmark-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CPCRE2", pkgConfig: "libpcre2-8", apt: "libpcre2-dev"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    .target(name: "CSystem", path: "Sources/Libraries/CSystem"),
    // Loaded at their first use, so not linked: only the headers are needed to build (apt: libssl-dev,
    // libcurl4-openssl-dev, libjq-dev, libmicrohttpd-dev).
    .target(name: "CCrypto", path: "Sources/Libraries/CCrypto"),
    .target(name: "CCurl", path: "Sources/Libraries/CCurl"),
    .target(name: "CJQ", path: "Sources/Libraries/CJQ"),
    .target(name: "CMicroHTTPD", path: "Sources/Libraries/CMicroHTTPD"),
]

// MARK: - Support: knows nothing of runbooks

targets += target("Support", "OrderedJSON")
targets += target("Support", "Calendar")
targets += target("Support", "YAML", "CYAML", "OrderedJSON")
targets += target("Support", "Patterns", "CPCRE2")
targets += target("Support", "SQLite", "CSQLite", tests: ["RunbookTesting"])
targets += target("Support", "Processes", "CSystem")
targets += target("Support", "Files", "CSystem", tests: ["RunbookTesting"])
targets += target("Support", "Terminal", "CSystem", tests: ["TerminalTesting"])
targets += [
    .target(
        name: "RunbookTesting", dependencies: ["RunbookModel", "RunbookRun", "OrderedJSON"],
        path: "Tests/Support/RunbookTesting")
]
targets += [.target(name: "TerminalTesting", dependencies: ["CSystem"], path: "Tests/Support/TerminalTesting")]
targets += target("Support", "Digests", "CCrypto")
targets += target("Support", "AlicloudContract", "Digests", "Calendar", tests: ["OrderedJSON"])
targets += target("Support", "HTTPClient", "CCurl")
targets += target("Support", "HTTPServer", "CMicroHTTPD")
targets += target("Support", "Arguments")

// MARK: - Core: pure values before and after a run, and the runner between them

targets += target("Core", "RunbookModel", "OrderedJSON", "Patterns", "Calendar")
targets += target("Core", "RunbookRun", "RunbookModel", "OrderedJSON", "Calendar")
targets += target("Core", "RunbookPlugin", "RunbookModel", "OrderedJSON")
targets += target("Core", "RunbookPluginTest", "RunbookModel", "RunbookPlugin", "OrderedJSON")
targets += target("Core", "RunbookBodies", "RunbookModel", "OrderedJSON", "YAML")
targets += target("Core", "RunbookSyntax", "RunbookModel", "RunbookBodies", "OrderedJSON", "YAML", "CCMark")
targets += target(
    "Core", "RunbookEngine", "RunbookModel", "RunbookRun", "RunbookPlugin", "RunbookBodies", "OrderedJSON", "Digests",
    tests: ["RunbookSyntax", "RunbookTesting"])
targets += target("Core", "RunbookReport", "RunbookModel", "RunbookRun", "OrderedJSON")

// MARK: - Adapters: the ports' real counterparts

targets += target(
    "Adapters", "RunbookFilters", "RunbookModel", "RunbookRun", "OrderedJSON", "Processes", "CJQ",
    tests: ["RunbookTesting", "runbook"])
targets += target(
    "Adapters", "RunbookEnvironment", "RunbookModel", "RunbookPlugin", "OrderedJSON", "YAML", "Patterns", "Processes",
    "Digests", "Files", tests: ["AlicloudHandler", "ConsoleHandler", "RunbookTesting", "ShellHandler"])
targets += target(
    "Adapters", "RunbookExternal", "RunbookModel", "RunbookPlugin", "RunbookBodies", "OrderedJSON", "Processes",
    "Digests", "Files", tests: ["RunbookPluginTest", "ToolTesting", "ConsoleHandler"])
targets += target(
    "Adapters", "RunbookStore", "RunbookModel", "RunbookRun", "OrderedJSON", "SQLite", "Digests", "Files", "CSystem",
    tests: ["RunbookReport", "RunbookTesting"])
targets += target(
    "Adapters", "ElasticRequests", "RunbookModel", "RunbookBodies", "OrderedJSON",
    tests: ["Processes", "RunbookTesting"])
targets += target(
    "Adapters", "ElasticClient", "RunbookModel", "RunbookPlugin", "ElasticRequests", "HTTPClient", "OrderedJSON",
    "Digests", "Calendar")

// MARK: - Sandbox: emulators of targets

targets += target("Sandbox", "SandboxWorld", "OrderedJSON")
targets += target(
    "Sandbox", "SandboxElastic", "SandboxWorld", "Calendar", "Digests", "Files", "OrderedJSON")
targets += target(
    "Sandbox", "SandboxAlicloud", "SandboxWorld", "AlicloudContract", "Calendar", "Digests", "OrderedJSON")
targets += target(
    "Sandbox", "SandboxServer", "SandboxWorld", "SandboxElastic", "SandboxAlicloud", "HTTPServer", "OrderedJSON",
    "Digests",
    tests: ["HTTPClient", "RunbookEnvironment", "RunbookModel", "RunbookPlugin", "RunbookTesting", "ConsoleHandler"])

// MARK: - Plugins that are built in

targets += plugin(
    "console", "ConsoleHandler", "RunbookModel", "RunbookPlugin", "ElasticRequests", "ElasticClient", "OrderedJSON",
    tests: ["HTTPServer", "RunbookPluginTest"])
targets += plugin(
    "curl", "CurlHandler", "RunbookModel", "RunbookPlugin", "ElasticRequests", "ElasticClient",
    tests: ["HTTPServer", "OrderedJSON", "RunbookPluginTest"])

targets += plugin(
    "shell", "ShellHandler", "RunbookModel", "RunbookPlugin", "RunbookBodies", "OrderedJSON", "Processes",
    tests: ["RunbookPluginTest"])

targets += plugin(
    "alicloud", "AlicloudHandler", "RunbookModel", "RunbookPlugin", "RunbookBodies", "AlicloudContract", "HTTPClient",
    "OrderedJSON", "YAML", "Digests", tests: ["HTTPServer", "SandboxAlicloud", "SandboxWorld", "RunbookPluginTest"])

// MARK: - Command: joins them all

targets += target(
    "Command", "RunbookApp", "RunbookModel", "RunbookRun", "RunbookPlugin", "RunbookSyntax", "RunbookEngine",
    "RunbookReport", "OrderedJSON", "Digests",
    tests: [
        "RunbookBodies", "RunbookEnvironment", "RunbookPluginTest", "RunbookTesting", "ConsoleHandler",
    ])
targets += target(
    "Command", "RunbookCLI", "RunbookApp", "RunbookModel", "RunbookRun", "RunbookPlugin", "RunbookSyntax",
    "RunbookEngine", "RunbookReport", "RunbookFilters", "RunbookEnvironment", "RunbookStore", "ElasticClient",
    "SandboxWorld",
    "SandboxServer", "AlicloudContract", "RunbookExternal", "RunbookPluginTest", "AlicloudHandler", "ConsoleHandler",
    "CurlHandler", "ShellHandler", "Arguments", "Terminal", "Processes", "Files", "HTTPClient", "YAML", "Digests",
    "OrderedJSON")
targets += [
    .executableTarget(name: "runbook", dependencies: ["RunbookCLI", "RunbookFilters"], path: "Sources/Command/runbook")
]

// MARK: - Documents

targets += [
    .testTarget(
        name: "DocsTests",
        dependencies: [
            "OrderedJSON", "YAML", "RunbookModel", "RunbookRun", "RunbookSyntax", "RunbookPlugin", "RunbookEngine",
            "RunbookReport", "RunbookEnvironment", "RunbookExternal", "AlicloudHandler", "ConsoleHandler",
            "CurlHandler", "ShellHandler",
            "Processes", "ToolTesting",
            "runbook",
        ], path: "Tests/Docs")
]

// MARK: - The whole tool, as its users have it

targets += [
    .target(
        name: "ToolTesting",
        dependencies: ["Processes", "HTTPClient", "OrderedJSON", "RunbookCLI", "RunbookTesting", "TerminalTesting"],
        path: "Tests/Integration/ToolTesting"),
    .testTarget(name: "GoldenTests", dependencies: ["runbook", "ToolTesting"], path: "Tests/Golden/GoldenTests"),
    .testTarget(
        name: "IntegrationTests",
        dependencies: [
            "runbook", "ToolTesting", "TerminalTesting", "Processes", "HTTPClient", "HTTPServer", "OrderedJSON",
            "Digests", "RunbookModel", "RunbookRun", "RunbookStore", "RunbookSyntax", "SQLite",
        ],
        path: "Tests/Integration/IntegrationTests"),
]

// MARK: - Real clusters, where `make test-real` finds them

targets += [
    .testTarget(
        name: "RealTests", dependencies: ["HTTPClient", "OrderedJSON", "runbook", "ToolTesting"], path: "Tests/Real")
]

// MARK: - Fuzzing, only where `tools/fuzz` asks: its `main` is libFuzzer's, so nobody else can link it

if Context.environment["RUNBOOK_FUZZ"] != nil {
    targets += [
        .executableTarget(
            name: "runbook-fuzz",
            dependencies: [
                "OrderedJSON", "YAML", "RunbookModel", "RunbookRun", "RunbookBodies", "RunbookSyntax", "RunbookPlugin",
                "RunbookEngine", "RunbookReport", "RunbookFilters", "RunbookEnvironment", "RunbookExternal",
                "ElasticRequests", "ElasticClient", "HTTPClient", "ConsoleHandler", "CurlHandler", "ShellHandler",
                "AlicloudHandler", "AlicloudContract", "Digests", "RunbookApp", "RunbookCLI", "SandboxWorld",
                "SandboxElastic", "SandboxAlicloud",
            ],
            path: "Fuzz", exclude: ["Seeds"], swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]
}

let package = Package(
    name: "runbook",
    products: [.executable(name: "runbook", targets: ["runbook"])],
    targets: targets,
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    if target.path?.hasPrefix("Sources/Libraries/") == true {
        target.cSettings = [.treatAllWarnings(as: .error), .enableWarning("extra")]
    } else {
        target.swiftSettings =
            (target.swiftSettings ?? []) + [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
    }
}
