-- 函数里的语句都按主键或唯一索引找，哪一组参数都是同一个计划：不必先试几回按参数另定（ADR 0020）。只在这个函数之内。
ALTER FUNCTION "accept_rating" SET plan_cache_mode = force_generic_plan;
