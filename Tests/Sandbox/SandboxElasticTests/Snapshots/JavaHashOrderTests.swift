import Testing

@testable import SandboxElastic

struct JavaHashOrderTests {
    @Test("the order a real server has restored these in")
    func recorded() {
        let names = [
            "file-2019-08-25", "kibana_sample_data_ecommerce", "kibana_sample_data_logs", "myindex", "twitter",
        ]
        #expect(
            JavaHashOrder.sorted(names) == [
                "twitter", "file-2019-08-25", "kibana_sample_data_ecommerce", "kibana_sample_data_logs", "myindex",
            ])
    }
}
