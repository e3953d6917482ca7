// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "driftlint",
    products: [
        .executable(name: "driftlint", targets: ["driftlint"])
    ],
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
        .executableTarget(
            name: "driftlint",
            dependencies: [
                "DriftText", "DriftMarkdown", "DriftLanguage", "DriftLayout", "DriftAlignment", "DriftMutations",
                "DriftFindings", "DriftRules", "DriftEngine", "DriftReport",
            ]),
        .executableTarget(
            name: "driftlint-bench",
            dependencies: [
                "DriftText", "DriftMarkdown", "DriftLanguage", "DriftLayout", "DriftAlignment", "DriftMutations",
                "DriftFindings", "DriftRules", "DriftEngine", "DriftReport",
            ], path: "Sources/DriftBench"),
        .plugin(
            name: "EmbedPages", capability: .buildTool(), dependencies: ["PageEmbedder"], path: "Sources/EmbedPages"),
        .executableTarget(
            name: "PageEmbedder", dependencies: ["DriftText", "DriftMarkdown"], exclude: ["Pages"]),
        .target(name: "Golden", path: "Tests/Golden"),
        .target(
            name: "Mutations",
            dependencies: ["DriftText", "DriftMarkdown", "DriftLanguage", "DriftAlignment", "DriftMutations"],
            path: "Tests/Mutations"),
        .testTarget(name: "DriftTextTests", dependencies: ["DriftText"]),
        .testTarget(name: "DriftPatternsTests", dependencies: ["DriftPatterns"]),
        .testTarget(name: "DriftMarkdownTests", dependencies: ["DriftText", "DriftMarkdown", "Golden"]),
        .testTarget(name: "DriftLanguageTests", dependencies: ["DriftLanguage"]),
        .testTarget(name: "DriftLayoutTests", dependencies: ["DriftLanguage", "DriftLayout"]),
        .testTarget(
            name: "DriftAlignmentTests",
            dependencies: ["DriftText", "DriftMarkdown", "DriftLanguage", "DriftAlignment", "Golden", "Mutations"]),
        .testTarget(
            name: "DriftMutationsTests",
            dependencies: ["DriftText", "DriftMarkdown", "DriftLanguage", "DriftMutations", "Golden"]),
        .testTarget(
            name: "DriftRulesTests",
            dependencies: ["DriftText", "DriftMarkdown", "DriftFindings", "DriftRules", "DriftEngine", "Golden"]),
        .testTarget(
            name: "DriftEngineTests",
            dependencies: [
                "DriftText", "DriftMarkdown", "DriftLanguage", "DriftLayout", "DriftAlignment", "DriftMutations",
                "DriftFindings", "DriftRules", "DriftEngine", "DriftReport", "Golden", "Mutations",
            ]),
        .testTarget(
            name: "DriftReportTests",
            dependencies: ["DriftText", "DriftMarkdown", "DriftFindings", "DriftReport", "Golden"],
            exclude: ["Schemas"]),
        .testTarget(name: "PageEmbedderTests", dependencies: ["DriftText", "DriftMarkdown", "PageEmbedder"]),
        .testTarget(
            name: "driftlintTests",
            dependencies: [
                "driftlint", "DriftText", "DriftMarkdown", "DriftMutations", "DriftLanguage", "DriftLayout",
                "DriftFindings", "DriftEngine", "Golden",
            ],
            exclude: ["Faults.c"]),
    ]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = [.enableUpcomingFeature("InternalImportsByDefault")]
}
