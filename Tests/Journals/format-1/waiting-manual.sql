-- The first step waits for a person.
INSERT INTO runs VALUES ('2026-11-30-919c', 1, 'waiting', 'Ask people', 'people.md', 'sb', 1, 1796017140977, 1796017141065);
INSERT INTO events VALUES ('2026-11-30-919c', 1, 1, 1796017140977, 'run-started', '{"document":{"file":"people.md","modified":false,"path":"/tmp/demo/people.md","sha256":"1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"quiet","line":9,"number":"1","prose":"Ask the owner of the application for a quiet moment.","role":"manual","section":["Ask people"],"targets":[],"template":"","title":"Ask the owner of the application for a quiet moment"},{"effect":"write","id":"settings","line":13,"number":"2","prose":"Write the settings.","role":"run","section":["Ask people"],"targets":["search"],"template":"PUT /settings/_doc/1\n{ \"on\": true }\n","title":"Write the settings"},{"effect":"destroy","id":"delete_old","line":20,"number":"3","prose":"Delete the old index.","role":"run","section":["Ask people"],"targets":["search"],"template":"DELETE /settings","title":"Delete the old index"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Ask people","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-919c', 2, 1, 1796017140989, 'step-asked', '{"question":{"actions":[],"digest":"184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37","kinds":["manual"],"text":"Ask the owner of the application for a quiet moment."},"step":"quiet"}', '3ec9ad96bf89d6359c65d1b53c6be53bce38595602f70315c66e50084df83882');
INSERT INTO events VALUES ('2026-11-30-919c', 3, 1, 1796017141052, 'run-finished', '{"state":"waiting"}', '0e42a89e4418c7cb69a5cc8887028be57f4f951bc0ffb554d5656150beb9821c');
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
INSERT INTO blobs VALUES ('1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad', CAST('# Ask people

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch }
```

1. [ ] Ask the owner of the application for a quiet moment. <!-- runbook: id=quiet -->

2. Write the settings.

   ```console run id=settings again=yes confirm="Write the settings?"
   PUT /settings/_doc/1
   { "on": true }
   ```

3. Delete the old index.

   ```console run id=delete_old again=yes
   DELETE /settings
   ```
' AS BLOB));
