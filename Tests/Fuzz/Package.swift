// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since the sanitizers' flags are unsafe ones, which a package that others depend on must not
// have. Its sources are links to those of the tool, so that what has package access can be fuzzed.
let instrumented: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"), .unsafeFlags(["-sanitize=fuzzer,address"]),
]

let package = Package(
    name: "driftlint-fuzz",
    targets: [
        .target(name: "DriftText", swiftSettings: instrumented),
        .target(name: "DriftMarkdown", dependencies: ["DriftText"], swiftSettings: instrumented),
        .executableTarget(
            name: "ParseFuzzer", dependencies: ["DriftText", "DriftMarkdown"], swiftSettings: instrumented,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]
)
