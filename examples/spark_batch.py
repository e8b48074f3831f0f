"""Predict a table of Service Requests with Spark, on this machine or on a cluster.

python examples/spark_batch.py REQUESTS.parquet PREDICTIONS CPL-KEY: reads the column `xml`, writes Parquet.

On Databricks: install the wheel and pyarrow as libraries of the cluster (`s1sr-validator[spark]` would bring another
Spark), take the session that is there already, and call `predict_table` in the same way. The catalogue travels with the
work; nothing is read from the driver's disk.
"""

import datetime as dt
import sys

from pyspark.sql import SparkSession

from s1sr_validator import Catalogue
from s1sr_validator.batch.predicting import Question
from s1sr_validator.batch.spark import predict_table


def main(requests: str, predictions: str, device: str) -> None:
    """Write the predictions of a table of requests, and those that could not be used beside them."""
    spark = SparkSession.builder.appName("s1sr").getOrCreate()
    today = dt.datetime.now(tz=dt.UTC).date()
    question = Question(device=device, as_of=str(today), standing="proposed", state={})
    found = predict_table(spark.read.parquet(requests), Catalogue.bundled(), question)
    # Written once: each further question to `found` would predict everything again.
    found.write.mode("overwrite").parquet(predictions)
    written = spark.read.parquet(predictions)
    written.groupBy("assessment", "reject_code").count().orderBy("assessment", "reject_code").show(truncate=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
