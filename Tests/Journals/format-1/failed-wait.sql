-- A wait ended in vain.
INSERT INTO runs VALUES ('2026-11-30-c2c6', 1, 'failed', 'Wait in vain', 'wait.md', 'sb', 1, 1796017146980, 1796017147473);
INSERT INTO events VALUES ('2026-11-30-c2c6', 1, 1, 1796017146980, 'run-started', '{"document":{"file":"wait.md","modified":false,"path":"/tmp/demo/wait.md","sha256":"a38eef2c8c206e84504196f92f7f1a6a8190e1955486fe1979c7c4c7400fccf5"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"wait","line":11,"number":"1","prose":"Wait.","role":"verify","section":["Wait in vain"],"targets":["search"],"template":"GET /_cat/health?format=json","title":"Wait","within":3000}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Wait in vain","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-c2c6', 2, 1, 1796017147020, 'attempt-started', '{"attempt":1,"step":"wait"}', 'c34a421ebf0cfb437ec5f11710b55eff9c242df3d941bed0e11de4be4f1859cd');
INSERT INTO events VALUES ('2026-11-30-c2c6', 3, 1, 1796017147244, 'step-polled', '{"answer":{"length":254,"ms":0,"sha256":"f1cd4ceca950362158f710c3e315dd56248fea7e8fd4a55f2e05a693ff71f7c9","status":200,"text":"[{\"epoch\":\"1796017139\",\"timestamp\":\"05:38:59\",\"cluster\":\"search\",\"status\":\"yellow\",\"node.total\":\"1\",\"node.data\":\"1\",\"shards\":\"2\",\"pri\":\"2\",\"relo\":\"0\",\"init\":\"0\",\"unassign\":\"1\",\"pending_tasks\":\"0\",\"max_task_wait_time\":\"-\",\"active_shards_percent\":\"66.7%\"}]"},"step":"wait","tries":1,"unmet":{"code":"assert/unmet","command":"curl -sS -X GET ''http://127.0.0.1:44251/_cat/health?format=json''","differences":[{"actual":"false","expected":"true","path":".[0].status == \"purple\""}],"line":16,"message":"the test does not hold","request":"GET /_cat/health?format=json","target":"search"}}', '8b8aa99e11ffd052fc6efd2d9663cb6d0be8b8f3d8f75c0fac0a6877775686b6');
INSERT INTO events VALUES ('2026-11-30-c2c6', 4, 1, 1796017147432, 'step-polled', '{"step":"wait","tries":6,"unmet":{"code":"assert/unmet","command":"curl -sS -X GET ''http://127.0.0.1:44251/_cat/health?format=json''","differences":[{"actual":"false","expected":"true","path":".[0].status == \"purple\""}],"line":16,"message":"the test does not hold","request":"GET /_cat/health?format=json","target":"search"}}', 'f13257cb6eaa65fd1a8f305762c165e7a91fa64f8f96a54140e3cd7262fd8bc2');
INSERT INTO events VALUES ('2026-11-30-c2c6', 5, 1, 1796017147433, 'step-failed', '{"answer":{"length":254,"ms":0,"sha256":"f1cd4ceca950362158f710c3e315dd56248fea7e8fd4a55f2e05a693ff71f7c9","status":200,"text":"[{\"epoch\":\"1796017139\",\"timestamp\":\"05:38:59\",\"cluster\":\"search\",\"status\":\"yellow\",\"node.total\":\"1\",\"node.data\":\"1\",\"shards\":\"2\",\"pri\":\"2\",\"relo\":\"0\",\"init\":\"0\",\"unassign\":\"1\",\"pending_tasks\":\"0\",\"max_task_wait_time\":\"-\",\"active_shards_percent\":\"66.7%\"}]"},"applied":"no","failure":{"code":"assert/unmet","command":"curl -sS -X GET ''http://127.0.0.1:44251/_cat/health?format=json''","differences":[{"actual":"false","expected":"true","path":".[0].status == \"purple\""}],"line":16,"message":"it did not come true within 3s (6 tries): the test does not hold","request":"GET /_cat/health?format=json","target":"search"},"step":"wait"}', '198326ab6d2ed86a72a32323918a23d404825e121eef8fd5a05407d02402ee1a');
INSERT INTO events VALUES ('2026-11-30-c2c6', 6, 1, 1796017147460, 'run-finished', '{"state":"failed"}', '18234b3cd93359c28d3198021163cbac7739db7958b9c5352785ace3151d47e3');
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
INSERT INTO blobs VALUES ('a38eef2c8c206e84504196f92f7f1a6a8190e1955486fe1979c7c4c7400fccf5', CAST('# Wait in vain

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch }
```

1. Wait.

   ```console verify id=wait within=3s every=500ms
   GET /_cat/health?format=json
   ```

   ```jq assert
   .[0].status == "purple"
   ```
' AS BLOB));
