-- The block that the trail was told of: whoever keeps trying while blocked leaves one row to a block, and cannot flood the trail.
alter table access.attempt add told timestamptz;
