-- Each kind of step; one was not chosen, one left out by its condition.
INSERT INTO runs VALUES ('2026-11-30-dc30', 1, 'passed', 'Copy the orders', 'orders.md', 'sb', 1, 1796017138946, 1796017139096);
INSERT INTO events VALUES ('2026-11-30-dc30', 1, 1, 1796017138946, 'run-started', '{"document":{"file":"orders.md","modified":false,"path":"/tmp/demo/orders.md","sha256":"25ef60d2c72f4c9cdbc2ca68280ba0f1c77e97b99616dc4573a5e9dd201c0eb4"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[{"name":"source","secret":false,"source":"default","value":"orders-v1"},{"name":"copy","secret":false,"source":"default","value":"orders-v2"},{"name":"mode","secret":false,"source":"default","value":"copy"},{"name":"token","secret":true,"source":"env:RUNBOOK_PARAM_TOKEN"}],"steps":[{"effect":"read","id":"versions","line":21,"number":"1","prose":"Ask both clusters for their versions.","role":"verify","section":["Copy the orders","Copy"],"targets":["search","backup"],"template":"GET /","title":"Ask both clusters for their versions","within":10000},{"effect":"write","id":"make_index","line":27,"number":"2a","prose":"Make the index of **search**:","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${source}\n{ \"settings\": { \"index\": { \"number_of_replicas\": 0 } } }\n","title":"Make the index of search"},{"effect":"read","id":"copy/84975b5c","line":32,"number":"2b","prose":"","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /${source}/_count","title":"Make the index of search","within":5000},{"effect":"write","id":"make_empty","line":36,"number":"2c","prose":"","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${copy}","title":"Make the index of search"},{"effect":"write","id":"documents","line":42,"number":"3a","prose":"Store two documents.","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${source}/_doc/1?refresh=true\n{ \"n\": 1, \"token\": \"${token}\" }\n\n\nPOST /${source}/_doc\n{ \"n\": 2, \"part\": 0.12345678901234567890, \"text\": \"Grüße \\u2028 \\\"x\\\"\" }\n","title":"Store two documents"},{"effect":"read","id":"counted","line":54,"number":"3b","prose":"","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /${source}/_search?q=n:1","title":"Store two documents","within":10000},{"effect":"read","id":"many","line":65,"number":"4","prose":"Look only when there are many.","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /_cat/indices","title":"Look only when there are many","within":120000}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}},{"address":"http://127.0.0.1:39599","identity":"CxDW0LZAnzI4aG7bNrpNZf","kind":"elasticsearch","name":"backup","product":"Elasticsearch 7.0.0 (cluster `backup`)","properties":{"host":"127.0.0.1","instance":"es-cn-backup","name":"backup","port":39599,"private_ip":"10.2.0.10","transport":"127.0.0.1:19301","url":"http://127.0.0.1:39599"}}],"title":"Copy the orders","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-dc30', 2, 1, 1796017138948, 'attempt-started', '{"attempt":1,"step":"versions"}', 'e1bbd601bd5b641f463ad6a7d1a9adf433c68e8a6e2dc34ba7d295553243a790');
INSERT INTO events VALUES ('2026-11-30-dc30', 3, 1, 1796017139025, 'step-polled', '{"answer":{"length":493,"ms":0,"sha256":"cbbf9f61791e691aa254f5cd1402b94b3bda923ba3b782e6bce3cb44f3ca9de3","status":200,"text":"{\n  \"name\" : \"backup-0\",\n  \"cluster_name\" : \"backup\",\n  \"cluster_uuid\" : \"CxDW0LZAnzI4aG7bNrpNZf\",\n  \"version\" : {\n    \"number\" : \"7.0.0\",\n    \"build_flavor\" : \"default\",\n    \"build_type\" : \"tar\",\n    \"build_hash\" : \"b7e28a7\",\n    \"build_date\" : \"2019-04-05T22:55:32.697037Z\",\n    \"build_snapshot\" : false,\n    \"lucene_version\" : \"8.0.0\",\n    \"minimum_wire_compatibility_version\" : \"6.7.0\",\n    \"minimum_index_compatibility_version\" : \"6.0.0-beta1\"\n  },\n  \"tagline\" : \"You Know, for Search\"\n}\n"},"step":"versions","tries":1}', 'cc60f4778858cb92f644b84d99bdd6db732b955cb7670895be2c9badb6eddd6e');
INSERT INTO events VALUES ('2026-11-30-dc30', 4, 1, 1796017139025, 'step-passed', '{"step":"versions","values":{"captures":{}}}', '9bc7d79d853d9a76e93b5d1ff4295a556bf8909517ef9e57d3d100724623e360');
INSERT INTO events VALUES ('2026-11-30-dc30', 5, 1, 1796017139026, 'attempt-started', '{"attempt":1,"step":"make_index"}', 'f14cd0d8dfcf7f3d5e10707eedb4fd56aa7c608765ef70d47fa62d155aab792c');
INSERT INTO events VALUES ('2026-11-30-dc30', 6, 1, 1796017139027, 'action-sent', '{"action":{"content":"{ \"settings\": { \"index\": { \"number_of_replicas\": 0 } } }\n","effect":"write","index":0,"target":"search","title":"PUT /orders-v1"},"step":"make_index"}', '9141e5aca5d2d99438035e76f5169997cc34451a33022ed36ad830681aa7ff3a');
INSERT INTO events VALUES ('2026-11-30-dc30', 7, 1, 1796017139052, 'action-answered', '{"answer":{"length":68,"ms":1,"sha256":"a38d2fa4acf61f3cf6bd1f949acc452f12a6db0f4e1c78b4d71ce4b66e8890ed","status":200,"text":"{\"acknowledged\":true,\"shards_acknowledged\":true,\"index\":\"orders-v1\"}"},"index":0,"step":"make_index","target":"search"}', 'c938c432f4f69cd4f52ac059ab5a76de174061022f0480a0d7318eac4488413a');
INSERT INTO events VALUES ('2026-11-30-dc30', 8, 1, 1796017139052, 'step-passed', '{"step":"make_index","values":{"captures":{}}}', '009d1f18e8fd907737f78066561bf31d8103010589e024cc4077907322a67125');
INSERT INTO events VALUES ('2026-11-30-dc30', 9, 1, 1796017139052, 'attempt-started', '{"attempt":1,"step":"copy/84975b5c"}', 'ef27de6d7582d333dacc5351b7a0ba2dc2bf5386824ce634d4c042245704126d');
INSERT INTO events VALUES ('2026-11-30-dc30', 10, 1, 1796017139053, 'step-polled', '{"answer":{"length":71,"ms":0,"sha256":"5eae55ff70fcf15feca24eff9f9771b08bedc38edbe6069fddb721d9903e9de9","status":200,"text":"{\"count\":0,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0}}"},"step":"copy/84975b5c","tries":1}', 'b21521fe3a8f967985552436cf46ef2335d60b1bdee054c8ff69114a14dbc1ed');
INSERT INTO events VALUES ('2026-11-30-dc30', 11, 1, 1796017139053, 'step-passed', '{"step":"copy/84975b5c","values":{"captures":{}}}', '4768be106b7dcdaca89866608e7018a1c8553cd8c1ebebf635c3add5a6af1c9c');
INSERT INTO events VALUES ('2026-11-30-dc30', 12, 1, 1796017139054, 'step-skipped', '{"detail":"`mode` is `copy`","reason":"not-chosen","step":"make_empty"}', 'a9c2400df0d80d36caa2d9a7808b4d4ad92f16b04a4c7795ff0cef25b2cc0b74');
INSERT INTO events VALUES ('2026-11-30-dc30', 13, 1, 1796017139054, 'attempt-started', '{"attempt":1,"step":"documents"}', 'a895da455a5b6df9da69ec5c3f1dca58a8d80a8fab1b3ef153bbea944b32286e');
INSERT INTO events VALUES ('2026-11-30-dc30', 14, 1, 1796017139054, 'action-sent', '{"action":{"content":"{ \"n\": 1, \"token\": \"${token}\" }\n","effect":"write","index":0,"target":"search","title":"PUT /orders-v1/_doc/1?refresh=true"},"step":"documents"}', 'd4028fd2accb200bee759c78fb8cd869cda49d2f9ebb2d01926f7ed339230a0a');
INSERT INTO events VALUES ('2026-11-30-dc30', 15, 1, 1796017139056, 'action-answered', '{"answer":{"length":179,"ms":1,"sha256":"596f4162a52f315b2ad0fa53fd30a2769d02a41ed7439123790966eee4ceb5cd","status":201,"text":"***"},"index":0,"step":"documents","target":"search"}', '16fa172e686a085afbda8d9bae27f0ee3c8ca8d4b656145219427198c074916c');
INSERT INTO events VALUES ('2026-11-30-dc30', 16, 1, 1796017139057, 'action-sent', '{"action":{"content":"{ \"n\": 2, \"part\": 0.12345678901234567890, \"text\": \"Grüße \\u2028 \\\"x\\\"\" }\n","effect":"write","index":1,"target":"search","title":"POST /orders-v1/_doc"},"step":"documents"}', '6c4c5088c21ac66438047227a22ec54262da15a916df770ecfdcbfd6d0d4d933');
INSERT INTO events VALUES ('2026-11-30-dc30', 17, 1, 1796017139058, 'action-answered', '{"answer":{"length":176,"ms":0,"sha256":"596f4162a52f315b2ad0fa53fd30a2769d02a41ed7439123790966eee4ceb5cd","status":201,"text":"***"},"index":1,"step":"documents","target":"search"}', '9c875cfb60fb80616664f78f09934e2e39353752b06f79abe7502884eb98bf6e');
INSERT INTO events VALUES ('2026-11-30-dc30', 18, 1, 1796017139058, 'step-passed', '{"step":"documents","values":{"captures":{"first":"1"},"secrets":["version"]}}', '691ad522831a3ecc715c0d4422999116600f61483b9f7b4b9151ef041f9743dc');
INSERT INTO events VALUES ('2026-11-30-dc30', 19, 1, 1796017139059, 'attempt-started', '{"attempt":1,"step":"counted"}', 'eb6b69bffd723d4a08c44fdb9e161e4ed6e17a9e3c195ecdb4c53407237e606a');
INSERT INTO events VALUES ('2026-11-30-dc30', 20, 1, 1796017139060, 'step-polled', '{"answer":{"length":269,"ms":0,"sha256":"9fcc01590ecfef1b5e8c390027d22fed61d9422312cfaaafdda56fc1c2c8eee3","status":200,"text":"{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},\"hits\":{\"total\":{\"value\":1,\"relation\":\"eq\"},\"max_score\":1.0,\"hits\":[{\"_index\":\"orders-v1\",\"_type\":\"_doc\",\"_id\":\"1\",\"_score\":1.0,\"_source\":{\"n\":1,\"token\":\"***\"}}]}}"},"step":"counted","tries":1,"unmet":{"code":"for/holding","line":54,"message":"it holds, and must go on holding for 1s"}}', '60bc0be8461eb729730044f66f8a6f7eee6ecc8b460eb90ec0a2950c520335d6');
INSERT INTO events VALUES ('2026-11-30-dc30', 21, 1, 1796017139083, 'step-polled', '{"answer":{"length":269,"ms":0,"sha256":"9fcc01590ecfef1b5e8c390027d22fed61d9422312cfaaafdda56fc1c2c8eee3","status":200,"text":"{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},\"hits\":{\"total\":{\"value\":1,\"relation\":\"eq\"},\"max_score\":1.0,\"hits\":[{\"_index\":\"orders-v1\",\"_type\":\"_doc\",\"_id\":\"1\",\"_score\":1.0,\"_source\":{\"n\":1,\"token\":\"***\"}}]}}"},"step":"counted","tries":3}', '5eb0cadb56553b17ec72a49158e9b1c01f2fb4353c094b5b2d1ab5ff95704594');
INSERT INTO events VALUES ('2026-11-30-dc30', 22, 1, 1796017139083, 'step-passed', '{"step":"counted","values":{"captures":{},"secrets":["counted"]}}', '45a5f836b6ffbb8e68b65e6a8a9c8fbd338ab5a8ddf8be77af82e90ed327a922');
INSERT INTO events VALUES ('2026-11-30-dc30', 23, 1, 1796017139084, 'step-skipped', '{"detail":"`$counted.hits.total.value > 100` does not hold","reason":"when","step":"many"}', 'd1f6d5eaa4482892649889926164d2aa79ce89bb93fdf24bab951d190c07f7cd');
INSERT INTO events VALUES ('2026-11-30-dc30', 24, 1, 1796017139084, 'run-finished', '{"state":"passed"}', '44f25fed5615d8c4d9e9fc5e48ad27a92eaa6bacb3b049151da42c7dcb664f02');
INSERT INTO blobs VALUES ('25ef60d2c72f4c9cdbc2ca68280ba0f1c77e97b99616dc4573a5e9dd201c0eb4', CAST('# Copy the orders

Copies an index and lets an alias point to the copy.

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch, description: the cluster that holds the index }
  backup: { kind: elasticsearch, description: the cluster that keeps a copy }
parameters:
  source: { type: string, default: orders-v1 }
  copy:   { type: string, default: orders-v2 }
  mode:   { enum: [copy, empty], default: copy }
  token:  { type: string, secret: true }
```

## Copy

1. Ask both clusters for their versions.

   ```console verify on=search,backup id=versions within=10s same=.version.number
   GET /
   ```

2. Make the index of **search**: <!-- runbook: on=search -->

   ```console run id=make_index unless
   PUT /${source}
   { "settings": { "index": { "number_of_replicas": 0 } } }
   ```

   ```console verify within=5s
   GET /${source}/_count
   ```

   ```console run id=make_empty if=mode:empty again=yes
   PUT /${copy}
   ```

3. Store two documents. <!-- runbook: on=search -->

   ```console run id=documents again=yes
   PUT /${source}/_doc/1?refresh=true
   { "n": 1, "token": "${token}" }
   POST /${source}/_doc
   { "n": 2, "part": 0.12345678901234567890, "text": "Grüße \u2028 \"x\"" }
   ```

   ```jq capture
   first = .[0]._id
   version! = .[0]._version
   ```

   ```console verify id=counted within=10s every=500ms for=1s
   GET /${source}/_search?q=n:1
   ```

   ```jq assert
   .hits.total.value >= 1
   $first == "1"
   ```

4. Look only when there are many. <!-- runbook: on=search -->

   ```console verify id=many when=''$counted.hits.total.value > 100''
   GET /_cat/indices
   ```
' AS BLOB));
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
