#!/usr/bin/env bash
# Starts the one Kafka node of docker-compose.yml; the first time it makes a data folder that knows the administrator.
set -eu
config=/etc/xietong/server.properties
if [ ! -f /var/lib/kafka/data/node/meta.properties ]; then
  /opt/kafka/bin/kafka-storage.sh format --standalone --cluster-id "$(/opt/kafka/bin/kafka-storage.sh random-uuid)" --config "$config" \
    --add-scram "SCRAM-SHA-256=[name=admin,password=$XIETONG_KAFKA_ADMIN_PASSWORD]"
fi
exec /opt/kafka/bin/kafka-server-start.sh "$config"
