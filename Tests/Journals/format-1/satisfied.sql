-- The same again: what holds already is not done.
INSERT INTO runs VALUES ('2026-11-30-4c9b', 1, 'passed', 'Copy the orders', 'orders.md', 'sb', 1, 1796017140198, 1796017140333);
INSERT INTO events VALUES ('2026-11-30-4c9b', 1, 1, 1796017140198, 'run-started', '{"document":{"file":"orders.md","modified":false,"path":"/tmp/demo/orders.md","sha256":"25ef60d2c72f4c9cdbc2ca68280ba0f1c77e97b99616dc4573a5e9dd201c0eb4"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[{"name":"source","secret":false,"source":"default","value":"orders-v1"},{"name":"copy","secret":false,"source":"default","value":"orders-v2"},{"name":"mode","secret":false,"source":"default","value":"copy"},{"name":"token","secret":true,"source":"env:RUNBOOK_PARAM_TOKEN"}],"steps":[{"effect":"read","id":"versions","line":21,"number":"1","prose":"Ask both clusters for their versions.","role":"verify","section":["Copy the orders","Copy"],"targets":["search","backup"],"template":"GET /","title":"Ask both clusters for their versions","within":10000},{"effect":"write","id":"make_index","line":27,"number":"2a","prose":"Make the index of **search**:","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${source}\n{ \"settings\": { \"index\": { \"number_of_replicas\": 0 } } }\n","title":"Make the index of search"},{"effect":"read","id":"copy/84975b5c","line":32,"number":"2b","prose":"","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /${source}/_count","title":"Make the index of search","within":5000},{"effect":"write","id":"make_empty","line":36,"number":"2c","prose":"","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${copy}","title":"Make the index of search"},{"effect":"write","id":"documents","line":42,"number":"3a","prose":"Store two documents.","role":"run","section":["Copy the orders","Copy"],"targets":["search"],"template":"PUT /${source}/_doc/1?refresh=true\n{ \"n\": 1, \"token\": \"${token}\" }\n\n\nPOST /${source}/_doc\n{ \"n\": 2, \"part\": 0.12345678901234567890, \"text\": \"Grüße \\u2028 \\\"x\\\"\" }\n","title":"Store two documents"},{"effect":"read","id":"counted","line":54,"number":"3b","prose":"","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /${source}/_search?q=n:1","title":"Store two documents","within":10000},{"effect":"read","id":"many","line":65,"number":"4","prose":"Look only when there are many.","role":"verify","section":["Copy the orders","Copy"],"targets":["search"],"template":"GET /_cat/indices","title":"Look only when there are many","within":120000}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}},{"address":"http://127.0.0.1:39599","identity":"CxDW0LZAnzI4aG7bNrpNZf","kind":"elasticsearch","name":"backup","product":"Elasticsearch 7.0.0 (cluster `backup`)","properties":{"host":"127.0.0.1","instance":"es-cn-backup","name":"backup","port":39599,"private_ip":"10.2.0.10","transport":"127.0.0.1:19301","url":"http://127.0.0.1:39599"}}],"title":"Copy the orders","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-4c9b', 2, 1, 1796017140208, 'attempt-started', '{"attempt":1,"step":"versions"}', '8683dd11abb4594e5fa5646a9166175d111631ad67765aad45e9795de849f4e2');
INSERT INTO events VALUES ('2026-11-30-4c9b', 3, 1, 1796017140211, 'step-polled', '{"answer":{"length":493,"ms":0,"sha256":"cbbf9f61791e691aa254f5cd1402b94b3bda923ba3b782e6bce3cb44f3ca9de3","status":200,"text":"{\n  \"name\" : \"backup-0\",\n  \"cluster_name\" : \"backup\",\n  \"cluster_uuid\" : \"CxDW0LZAnzI4aG7bNrpNZf\",\n  \"version\" : {\n    \"number\" : \"7.0.0\",\n    \"build_flavor\" : \"default\",\n    \"build_type\" : \"tar\",\n    \"build_hash\" : \"b7e28a7\",\n    \"build_date\" : \"2019-04-05T22:55:32.697037Z\",\n    \"build_snapshot\" : false,\n    \"lucene_version\" : \"8.0.0\",\n    \"minimum_wire_compatibility_version\" : \"6.7.0\",\n    \"minimum_index_compatibility_version\" : \"6.0.0-beta1\"\n  },\n  \"tagline\" : \"You Know, for Search\"\n}\n"},"step":"versions","tries":1}', '36b70ffd95db833984fd98fbccae7aa4f8fe648e5db071e6081fbaa8238e7795');
INSERT INTO events VALUES ('2026-11-30-4c9b', 4, 1, 1796017140211, 'step-passed', '{"step":"versions","values":{"captures":{}}}', '1363abf6d97531d3349fd9f4749d62cfdac642f32679f0e710bedc92c760bf1e');
INSERT INTO events VALUES ('2026-11-30-4c9b', 5, 1, 1796017140212, 'step-satisfied', '{"answer":{"length":71,"ms":0,"sha256":"c2007de761b2dba44d8eaa093e9e439bdc64e2709d1ac785a9b809494106c292","status":200,"text":"{\"count\":2,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0}}"},"check":"copy/84975b5c","step":"make_index","values":{"captures":{}}}', '0810585bc22e7550a1d988d9eef5c2141d90d583c8576e6c913a2ec16ab546aa');
INSERT INTO events VALUES ('2026-11-30-4c9b', 6, 1, 1796017140212, 'attempt-started', '{"attempt":1,"step":"copy/84975b5c"}', '84b2f3f995896dbc1d0b8744039a9d6376592877e47b7a86f82e9e61f29f033e');
INSERT INTO events VALUES ('2026-11-30-4c9b', 7, 1, 1796017140213, 'step-polled', '{"answer":{"length":71,"ms":0,"sha256":"c2007de761b2dba44d8eaa093e9e439bdc64e2709d1ac785a9b809494106c292","status":200,"text":"{\"count\":2,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0}}"},"step":"copy/84975b5c","tries":1}', '6530894244c0ea6ac16fea3177aa0d171ad77c77d2b04616c6eb424ed25281a0');
INSERT INTO events VALUES ('2026-11-30-4c9b', 8, 1, 1796017140213, 'step-passed', '{"step":"copy/84975b5c","values":{"captures":{}}}', 'c362333d1aad6bec5db7b86fba60e939154e2193c661479cc13a8537286cd3d5');
INSERT INTO events VALUES ('2026-11-30-4c9b', 9, 1, 1796017140216, 'step-skipped', '{"detail":"`mode` is `copy`","reason":"not-chosen","step":"make_empty"}', '6dc8311450b77b58a69dde3242150e78432a721242f83d8e6d24780230462c4f');
INSERT INTO events VALUES ('2026-11-30-4c9b', 10, 1, 1796017140216, 'attempt-started', '{"attempt":1,"step":"documents"}', '002e17ae6a2f20d0f45ca578af2723882fdbbb32b7c54d8d3853a5f9a8e35ccb');
INSERT INTO events VALUES ('2026-11-30-4c9b', 11, 1, 1796017140216, 'action-sent', '{"action":{"content":"{ \"n\": 1, \"token\": \"${token}\" }\n","effect":"write","index":0,"target":"search","title":"PUT /orders-v1/_doc/1?refresh=true"},"step":"documents"}', '237134e292343834cb0cafb7a20157774f84c5ec79f09d50bdfcf3cf0df7391c');
INSERT INTO events VALUES ('2026-11-30-4c9b', 12, 1, 1796017140226, 'action-answered', '{"answer":{"length":179,"ms":1,"sha256":"596f4162a52f315b2ad0fa53fd30a2769d02a41ed7439123790966eee4ceb5cd","status":200,"text":"***"},"index":0,"step":"documents","target":"search"}', '8251169f1ac74a34622b6a335f788567793c58e1dc806a3321599703e7a3cf87');
INSERT INTO events VALUES ('2026-11-30-4c9b', 13, 1, 1796017140226, 'action-sent', '{"action":{"content":"{ \"n\": 2, \"part\": 0.12345678901234567890, \"text\": \"Grüße \\u2028 \\\"x\\\"\" }\n","effect":"write","index":1,"target":"search","title":"POST /orders-v1/_doc"},"step":"documents"}', '0c95db8b30f185347ff89050e6e6cf0b43bf609e7aba0d5f96961785dea37b6c');
INSERT INTO events VALUES ('2026-11-30-4c9b', 14, 1, 1796017140245, 'action-answered', '{"answer":{"length":176,"ms":4,"sha256":"596f4162a52f315b2ad0fa53fd30a2769d02a41ed7439123790966eee4ceb5cd","status":201,"text":"***"},"index":1,"step":"documents","target":"search"}', 'd801a44d42045d6c8d1391502ba3faa88ea2bfe321eb6252fe6f309e90cff5a1');
INSERT INTO events VALUES ('2026-11-30-4c9b', 15, 1, 1796017140245, 'step-passed', '{"step":"documents","values":{"captures":{"first":"1"},"secrets":["version"]}}', '9dbfb2cd98340efd63e8f498afae1b8cd194c0a108921dab4479b97a8d46df85');
INSERT INTO events VALUES ('2026-11-30-4c9b', 16, 1, 1796017140245, 'attempt-started', '{"attempt":1,"step":"counted"}', 'e29af0938e6cd553cee3ca52ffd9740e96c3d72f7650dd9d9af6f2ee21c83e77');
INSERT INTO events VALUES ('2026-11-30-4c9b', 17, 1, 1796017140247, 'step-polled', '{"answer":{"length":269,"ms":0,"sha256":"9fcc01590ecfef1b5e8c390027d22fed61d9422312cfaaafdda56fc1c2c8eee3","status":200,"text":"{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},\"hits\":{\"total\":{\"value\":1,\"relation\":\"eq\"},\"max_score\":1.0,\"hits\":[{\"_index\":\"orders-v1\",\"_type\":\"_doc\",\"_id\":\"1\",\"_score\":1.0,\"_source\":{\"n\":1,\"token\":\"***\"}}]}}"},"step":"counted","tries":1,"unmet":{"code":"for/holding","line":54,"message":"it holds, and must go on holding for 1s"}}', '42c07a7e1d5d5a0ec54f91610769e60eba345a2f4b52ff1061c484912f9709b3');
INSERT INTO events VALUES ('2026-11-30-4c9b', 18, 1, 1796017140331, 'step-polled', '{"answer":{"length":269,"ms":0,"sha256":"9fcc01590ecfef1b5e8c390027d22fed61d9422312cfaaafdda56fc1c2c8eee3","status":200,"text":"{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},\"hits\":{\"total\":{\"value\":1,\"relation\":\"eq\"},\"max_score\":1.0,\"hits\":[{\"_index\":\"orders-v1\",\"_type\":\"_doc\",\"_id\":\"1\",\"_score\":1.0,\"_source\":{\"n\":1,\"token\":\"***\"}}]}}"},"step":"counted","tries":3}', 'ea13f0390efaa6aa7866b4f0eae8bb427bccea48acae2ccde4bb7932f4566653');
INSERT INTO events VALUES ('2026-11-30-4c9b', 19, 1, 1796017140331, 'step-passed', '{"step":"counted","values":{"captures":{},"secrets":["counted"]}}', '7012652828d2bb06f35bbfdff8b2cb652d070c8ced76467053c25ab4e85a6798');
INSERT INTO events VALUES ('2026-11-30-4c9b', 20, 1, 1796017140332, 'step-skipped', '{"detail":"`$counted.hits.total.value > 100` does not hold","reason":"when","step":"many"}', 'e94a50f614548c0fc6b2068dbf07ca11bcdc0c3a15ccb8650eeb51dfde1e1550');
INSERT INTO events VALUES ('2026-11-30-4c9b', 21, 1, 1796017140332, 'run-finished', '{"state":"passed"}', 'd9d2193f156abaf6dabaf81fc59bed55cf251a712a30fad33524206954983982');
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
