// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since the sanitizers' flags are unsafe ones, which a package that others depend on must not
// have. Its sources are links to those of the tool, so that what has package access can be fuzzed.
//
// FUZZ_SANITIZERS=fuzzer leaves the address sanitizer out, for long runs that are twice as fast.
let sanitizers = "-sanitize=\(Context.environment["FUZZ_SANITIZERS"] ?? "fuzzer,address")"
let instrumented: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"), .unsafeFlags([sanitizers]),
]
let linked: [LinkerSetting] = [.unsafeFlags([sanitizers, "-use-ld=lld"])]

let package = Package(
    name: "driftlint-fuzz",
    targets: [
        .target(name: "DriftText"),
        .target(name: "DriftPatterns", dependencies: ["DriftText"]),
        .target(name: "DriftMarkdown", dependencies: ["DriftText"]),
        .target(name: "DriftLanguage", dependencies: ["DriftText"], plugins: ["EmbedPages"]),
        .target(name: "DriftLayout", dependencies: ["DriftLanguage"]),
        .target(name: "DriftAlignment", dependencies: ["DriftText", "DriftMarkdown", "DriftLanguage"]),
        .target(name: "DriftMutations", dependencies: ["DriftText", "DriftMarkdown", "DriftLanguage"]),
        .target(name: "DriftFindings", dependencies: ["DriftText"]),
        .target(
            name: "DriftRules",
            dependencies: [
                "DriftText", "DriftPatterns", "DriftMarkdown", "DriftLanguage", "DriftAlignment", "DriftFindings",
            ],
            plugins: ["EmbedPages"]),
        .target(
            name: "DriftEngine",
            dependencies: [
                "DriftText", "DriftMarkdown", "DriftLanguage", "DriftLayout", "DriftAlignment", "DriftMutations",
                "DriftFindings", "DriftRules",
            ]),
        .target(name: "DriftReport", dependencies: ["DriftText", "DriftFindings"]),
        .target(
            name: "DriftArguments",
            dependencies: ["DriftText", "DriftMarkdown", "DriftMutations", "DriftFindings", "DriftReport"]),
        .executableTarget(
            name: "Fuzzer",
            dependencies: [
                "DriftText", "DriftPatterns", "DriftMarkdown", "DriftLanguage", "DriftLayout", "DriftAlignment",
                "DriftFindings", "DriftRules", "DriftEngine", "DriftReport", "DriftArguments",
            ]),
        .plugin(
            name: "EmbedPages", capability: .buildTool(), dependencies: ["PageEmbedder"], path: "Sources/EmbedPages"),
        .executableTarget(name: "PageEmbedder", dependencies: ["DriftText", "DriftMarkdown"], exclude: ["Pages"]),
    ]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = instrumented
    if target.type == .executable { target.linkerSettings = linked }
}
