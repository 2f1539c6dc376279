-- The database cannot foresee how many streams are asked for and planned the statement anew at each call, which took three
-- times as long as running it. One plan does for all: each of its tables has one way to be read.
alter function observation.extents_of(integer[]) set plan_cache_mode = force_generic_plan;
