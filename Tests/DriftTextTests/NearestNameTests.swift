import DriftText
import Testing

private let names = ["check", "compare", "locales", "align", "rules", "test-rules", "changed-link-target"]

@Test(arguments: [
    ("chekc", "check"), ("Locale", "locales"), ("rule", "rules"), ("testrules", "test-rules"), ("algin", "align"),
    ("changed-link-tragets", "changed-link-target"), ("change-link-taget", "changed-link-target"),
    ("xyz", nil), ("ab", nil), ("", nil), ("check", "check"),
])
func nearestName(given: String, expected: String?) {
    #expect(nearest(to: given, among: names) == expected)
}

@Test func theFirstOfEquallyNearNamesWins() {
    #expect(nearest(to: "cat", among: ["bat", "hat", "car"]) == "bat")
}
