import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookPluginTest
import Testing

/// The contract test finds what it is there to find.
@Suite struct HandlerContractTests {
    @Test func aGoodHandlerPasses() async {
        let found = await codes(of: FaultyHandler(fault: nil), patience: .seconds(60))
        #expect(found == [])
    }

    @Test(arguments: FaultyHandler.Fault.allCases)
    func eachFaultIsFound(_ fault: FaultyHandler.Fault) async {
        #expect(await codes(of: FaultyHandler(fault: fault)).contains(fault.code))
    }

    private func codes(of handler: FaultyHandler, patience: Duration = .seconds(2)) async -> [String] {
        let target = Target(
            name: "a", kind: "thing", properties: JSONObject(), settings: JSONObject(),
            secrets: ["password": Secret(HandlerContract.canary)])
        let contract = HandlerContract(handler, targets: [target], patience: patience)
        return await contract.check().map(\.code)
    }
}
