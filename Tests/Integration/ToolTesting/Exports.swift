// Who tests the tool has the helpers of all tests.
@_exported public import RunbookTesting
