-- A write was done and did not say what was expected.
INSERT INTO runs VALUES ('2026-11-30-d5f0', 1, 'failed', 'Fail', 'fail.md', 'sb', 1, 1796017145764, 1796017146029);
INSERT INTO events VALUES ('2026-11-30-d5f0', 1, 1, 1796017145764, 'run-started', '{"document":{"file":"fail.md","modified":false,"path":"/tmp/demo/fail.md","sha256":"83e52285004b0c20cc63915e92ac2b71504f106157a49297f31832768df68b6b"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"write","id":"write","line":11,"number":"1","prose":"Write.","role":"run","section":["Fail"],"targets":["search"],"template":"PUT /b/_doc/1\n{ \"b\": 1 }\n","title":"Write"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Fail","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-d5f0', 2, 1, 1796017145830, 'attempt-started', '{"attempt":1,"step":"write"}', 'd4741aaecc7abd3063841d0aaaf996f3cffee05474a8ba188c9c6a454562382f');
INSERT INTO events VALUES ('2026-11-30-d5f0', 3, 1, 1796017145908, 'action-sent', '{"action":{"content":"{ \"b\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /b/_doc/1"},"step":"write"}', '1e3e8edcdebe9d65ab31fc1769922960f69ced4a3022ea43ca8a1ad77b6e5401');
INSERT INTO events VALUES ('2026-11-30-d5f0', 4, 1, 1796017145929, 'action-answered', '{"answer":{"length":149,"ms":1,"sha256":"7110c13d175c92abe232c0509f998bdf6b72859c23e8a38b70081d515173a0e8","status":201,"text":"{\"_index\":\"b\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1}"},"index":0,"step":"write","target":"search"}', '92d75ea26f74a4f9940dfdbad45329856bc492a0b59289d66a16d72ce6ce56f9');
INSERT INTO events VALUES ('2026-11-30-d5f0', 5, 1, 1796017145930, 'step-failed', '{"answer":{"length":149,"ms":1,"sha256":"7110c13d175c92abe232c0509f998bdf6b72859c23e8a38b70081d515173a0e8","status":201,"text":"{\"_index\":\"b\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1}"},"applied":"yes","failure":{"code":"expect/unmet","command":"curl -sS -X PUT ''http://127.0.0.1:44251/b/_doc/1'' -H ''Content-Type: application/json'' --data-binary ''{ \"b\": 1 }\n''","differences":[{"actual":"\"created\"","expected":"\"updated\"","path":".result"}],"line":17,"message":"the answer is not what was expected","request":"PUT /b/_doc/1\n{ \"b\": 1 }\n","target":"search"},"step":"write"}', '4d62a71eb86f1e09c7c902c29ec057ef82f5fa6eecafc6d9bda2357140f381f0');
INSERT INTO events VALUES ('2026-11-30-d5f0', 6, 1, 1796017145976, 'run-finished', '{"state":"failed"}', '10cf860880ddb829ab7145044b5ae019c808fbe2a9653f656539f84774868a93');
INSERT INTO blobs VALUES ('f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa', CAST('# Written by `runbook sandbox`, and good as long as that process runs.
environment:
  version: 1
  description: sandbox
  disposable: true
  sandbox: http://127.0.0.1:33089/_sandbox/1bdef28fb6dc5336cd05fa5d911e4ca2

targets:
  search:
    kind: elasticsearch
    url: http://127.0.0.1:44251
    instance: es-cn-search
    transport: 127.0.0.1:19300
    private_ip: 10.1.0.10
  backup:
    kind: elasticsearch
    url: http://127.0.0.1:39599
    instance: es-cn-backup
    transport: 127.0.0.1:19301
    private_ip: 10.2.0.10
' AS BLOB));
INSERT INTO blobs VALUES ('83e52285004b0c20cc63915e92ac2b71504f106157a49297f31832768df68b6b', CAST('# Fail

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch }
```

1. Write.

   ```console run id=write again=yes
   PUT /b/_doc/1
   { "b": 1 }
   ```

   ```json expect
   { "result": "updated", "_shards": { "failed": 0 } }
   ```
' AS BLOB));
